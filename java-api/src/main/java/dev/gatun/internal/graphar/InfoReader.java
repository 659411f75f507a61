package dev.gatun.internal.graphar;

import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.graphar.Info.Adjacency;
import dev.gatun.internal.graphar.Info.FileType;
import dev.gatun.internal.graphar.Info.Group;
import dev.gatun.internal.graphar.Info.Order;
import dev.gatun.internal.graphar.Info.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the information files of a graph and checks that they go together.
final class InfoReader {
  private static final String VERSION = "gar/v1";

  private final Root root;

  InfoReader(Root root) {
    this.root = root;
  }

  /// Reads the file of a graph and those it names.
  Info.Graph graph(Path file) {
    Yaml yaml = Root.info(file, "the graph");
    checkVersion(yaml);
    String prefix = directory(yaml, "./");
    List<Info.Vertices> vertices = new ArrayList<>();
    for (Yaml entry : items(yaml, "vertices")) {
      Info.Vertices type = vertices(entry);
      for (Info.Vertices other : vertices) {
        checkDifferent(other.type(), type.type(), entry, "vertices");
      }
      vertices.add(type);
    }
    List<Info.Edges> edges = new ArrayList<>();
    for (Yaml entry : items(yaml, "edges")) {
      Info.Edges type = edges(entry, vertices);
      for (Info.Edges other : edges) {
        checkDifferent(name(other), name(type), entry, "edges");
      }
      edges.add(type);
    }
    return new Info.Graph(file, yaml.get("name").text(), prefix, vertices, edges);
  }

  private static String name(Info.Edges edges) {
    return edges.source() + "_" + edges.type() + "_" + edges.target();
  }

  private static void checkDifferent(String known, String name, Yaml entry, String what) {
    if (known.equals(name)) {
      throw new GraphArchiveException(
          entry.file(), entry.key(), "expected %s of another type than %s".formatted(what, name));
    }
  }

  private static void checkVersion(Yaml yaml) {
    Yaml version = yaml.get("version");
    String text = version.text();
    if (!text.equals(VERSION) && !text.startsWith(VERSION + " ")) {
      throw version.expected(VERSION);
    }
  }

  /// The items of an entry that may be missing.
  private static List<Yaml> items(Yaml yaml, String key) {
    Optional<Yaml> entry = yaml.find(key);
    boolean none =
        entry.isEmpty() || (entry.get().value() instanceof Yaml.Text(String t) && t.isEmpty());
    return none ? List.of() : entry.orElseThrow().items();
  }

  private String directory(Yaml yaml, String otherwise) {
    Optional<Yaml> prefix = yaml.find("prefix");
    String path = prefix.map(Yaml::text).orElse(otherwise);
    root.resolve(path, yaml.file(), prefix.map(Yaml::key).orElse("prefix"));
    return path.endsWith("/") ? path : path + "/";
  }

  private Path named(Yaml entry) {
    return root.resolve(entry.text(), entry.file(), entry.key());
  }

  private Info.Vertices vertices(Yaml entry) {
    Path file = named(entry);
    Yaml yaml = Root.info(file, "named by " + entry.file().getFileName());
    checkVersion(yaml);
    String type = yaml.get("type").text();
    return new Info.Vertices(
        file, type, yaml.get("chunk_size").positive(), directory(yaml, type + "/"), groups(yaml));
  }

  private Info.Edges edges(Yaml entry, List<Info.Vertices> vertices) {
    Path file = named(entry);
    Yaml yaml = Root.info(file, "named by " + entry.file().getFileName());
    checkVersion(yaml);
    String source = yaml.get("src_type").text();
    String type = yaml.get("edge_type").text();
    String target = yaml.get("dst_type").text();
    Info.Edges edges =
        new Info.Edges(
            file,
            source,
            type,
            target,
            yaml.get("chunk_size").positive(),
            chunkSize(yaml, "src_type", "src_chunk_size", vertices),
            chunkSize(yaml, "dst_type", "dst_chunk_size", vertices),
            yaml.find("directed").map(Yaml::bool).orElse(false),
            directory(yaml, source + "_" + type + "_" + target + "/"),
            adjacencies(yaml),
            groups(yaml));
    if (edges.adjacencies().isEmpty()) {
      throw new GraphArchiveException(file, "adj_lists", "expected at least one, found none");
    }
    return edges;
  }

  /// The chunk size of one end, which is that of its vertices.
  private static long chunkSize(
      Yaml yaml, String typeKey, String sizeKey, List<Info.Vertices> vertices) {
    Yaml type = yaml.get(typeKey);
    Info.Vertices known =
        vertices.stream()
            .filter(some -> some.type().equals(type.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    type.expected(
                        "a type of vertices: "
                            + String.join(
                                ", ", vertices.stream().map(Info.Vertices::type).toList())));
    Yaml size = yaml.get(sizeKey);
    if (size.positive() != known.chunkSize()) {
      throw size.expected(
          "%d, the chunk_size of the %s vertices".formatted(known.chunkSize(), known.type()));
    }
    return size.positive();
  }

  private List<Adjacency> adjacencies(Yaml yaml) {
    List<Adjacency> adjacencies = new ArrayList<>();
    for (Yaml entry : items(yaml, "adj_lists")) {
      Yaml alignment = entry.get("aligned_by");
      boolean bySource =
          switch (alignment.text()) {
            case "src" -> true;
            case "dst" -> false;
            default -> throw alignment.expected("src or dst");
          };
      Order order = new Order(entry.get("ordered").bool(), bySource);
      if (adjacencies.stream().anyMatch(other -> other.order().equals(order))) {
        throw new GraphArchiveException(
            yaml.file(), entry.key(), "expected another order than " + order.spelling());
      }
      adjacencies.add(
          new Adjacency(order, directory(entry, order.spelling() + "/"), fileType(entry)));
    }
    return adjacencies;
  }

  private static FileType fileType(Yaml yaml) {
    Yaml type = yaml.get("file_type");
    return switch (type.text()) {
      case "csv" -> FileType.CSV;
      case "parquet" -> FileType.PARQUET;
      case "orc", "json" -> throw type.expected("csv or parquet, the ones that are read here");
      default -> throw type.expected("csv or parquet");
    };
  }

  private List<Group> groups(Yaml yaml) {
    List<Group> groups = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Yaml entry : items(yaml, "property_groups")) {
      FileType fileType = fileType(entry);
      List<Property> properties = new ArrayList<>();
      for (Yaml property : entry.get("properties").items()) {
        Property read = property(property, fileType);
        if (!names.add(read.field().name())) {
          throw property.get("name").expected("a name that no other property has");
        }
        properties.add(read);
      }
      if (properties.isEmpty()) {
        throw entry.get("properties").expected("at least one");
      }
      String prefix = directory(entry, Group.defaultPrefix(properties));
      groups.add(new Group(prefix, fileType, properties));
    }
    return groups;
  }

  private static Property property(Yaml yaml, FileType fileType) {
    boolean primary = yaml.find("is_primary").map(Yaml::bool).orElse(false);
    boolean nullable = yaml.find("is_nullable").map(Yaml::bool).orElse(!primary);
    Yaml dataType = yaml.get("data_type");
    boolean list =
        yaml.find("cardinality")
            .map(
                cardinality ->
                    switch (cardinality.text()) {
                      case "single" -> false;
                      case "list", "set" -> true;
                      default -> throw cardinality.expected("single, list or set");
                    })
            .orElse(false);
    Property property =
        new Property(
            Types.field(yaml.get("name").text(), dataType, list, nullable),
            dataType.text(),
            primary);
    if (fileType == FileType.CSV && !property.field().children().isEmpty()) {
      throw dataType.expected("a type that CSV has a form for");
    }
    return property;
  }
}
