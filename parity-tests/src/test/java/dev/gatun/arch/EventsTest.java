package dev.gatun.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatun.Gatun;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Period;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/// Every flight recorder event is documented, field by field, and has its settings in the template.
class EventsTest {
  /// What the flight recorder adds to every event.
  private static final Set<String> COMMON =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  private static final Pattern SECTION =
      Pattern.compile(
          "^### (dev\\.gatun\\.\\w+)\\n(.*?)(?=^##|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| (\\w*) ?\\| (.+) \\|$", Pattern.MULTILINE);

  private static final List<Class<? extends Event>> CLASSES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("dev.gatun")
              .stream()
              .filter(type -> type.isAssignableTo(Event.class))
              .map(JavaClass::reflect)
              .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
              .toList();

  private static final List<EventType> TYPES =
      CLASSES.stream().map(EventType::getEventType).toList();

  @Test
  void allAreOfOneFamily() {
    assertTrue(TYPES.size() >= 9, TYPES::toString);
    for (EventType type : TYPES) {
      assertTrue(type.getName().matches("dev\\.gatun\\.[A-Z]\\w+"), type.getName());
      assertEquals(List.of("Gatun"), type.getCategoryNames(), type.getName());
      assertTrue(type.getLabel().startsWith("Gatun "), type.getName());
      assertNotNull(type.getDescription(), type.getName());
    }
  }

  @Test
  void eachFieldIsDocumented() throws IOException {
    String text = Files.readString(Repository.ROOT.resolve("docs/observability.md"));
    Map<String, Map<String, String>> documented = new TreeMap<>();
    SECTION
        .matcher(text.replace("\r\n", "\n"))
        .results()
        .forEach(section -> documented.put(section.group(1), fields(section)));
    Map<String, Map<String, String>> actual = new TreeMap<>();
    TYPES.forEach(type -> actual.put(type.getName(), fields(type)));
    assertEquals(actual, documented);
  }

  private static Map<String, String> fields(MatchResult section) {
    return ROW.matcher(section.group(2))
        .results()
        .collect(
            Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, _) -> a, TreeMap::new));
  }

  /// Names of the fields, with the unit where they have one that the flight recorder knows; how
  /// many of what is the documentation's to say.
  private static Map<String, String> fields(EventType type) {
    Map<String, String> fields = new TreeMap<>();
    for (ValueDescriptor field : type.getFields()) {
      if (!COMMON.contains(field.getName())) {
        fields.put(field.getName(), unit(field));
      }
    }
    return fields;
  }

  private static String unit(ValueDescriptor field) {
    if (field.getAnnotation(DataAmount.class) != null) {
      return "bytes";
    }
    if (field.getAnnotation(Timespan.class) != null) {
      return "ns";
    }
    return switch (field.getName()) {
      case "elements" -> "elements";
      case "calls", "failures", "fallbacks" -> "calls";
      case "files", "hits" -> "files";
      default -> "";
    };
  }

  @Test
  void theTemplateHasSettingsForEach() throws IOException, ParseException {
    Map<String, String> settings;
    try (var in = Gatun.class.getResourceAsStream("/META-INF/gatun.jfc")) {
      assertNotNull(in);
      settings =
          Configuration.create(new InputStreamReader(in, StandardCharsets.UTF_8)).getSettings();
    }
    Set<String> names = new TreeSet<>();
    TYPES.forEach(type -> names.add(type.getName()));
    Set<String> enabled = new TreeSet<>();
    for (String setting : settings.keySet()) {
      String[] parts = setting.split("#");
      assertTrue(names.contains(parts[0]), setting);
      assertTrue(has(parts[0], parts[1]), setting);
      if (parts[1].equals("enabled")) {
        enabled.add(parts[0]);
      }
    }
    assertEquals(names, enabled);
  }

  /// Events that are written at intervals have a period instead of a threshold.
  private static boolean has(String event, String setting) {
    Class<? extends Event> type =
        CLASSES.stream()
            .filter(c -> EventType.getEventType(c).getName().equals(event))
            .findFirst()
            .orElseThrow();
    boolean periodic = type.isAnnotationPresent(Period.class);
    return switch (setting) {
      case "period" -> periodic;
      case "threshold" -> !periodic;
      default ->
          EventType.getEventType(type).getSettingDescriptors().stream()
              .anyMatch(descriptor -> descriptor.getName().equals(setting));
    };
  }
}
