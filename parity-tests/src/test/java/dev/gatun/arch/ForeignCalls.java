package dev.gatun.arch;

import dev.gatun.Gatun;
import dev.gatun.bindings.Callbacks;
import dev.gatun.bindings.Handles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The calls between Java and C that the class files contain, as native-image's metadata names
/// them. Nothing is run and no library is needed: descriptors are read from the instructions that
/// make them.
final class ForeignCalls {
  private static final ClassDesc DESCRIPTOR = descriptor(FunctionDescriptor.class);
  private static final ClassDesc HANDLES = descriptor(Handles.class);
  private static final ClassDesc CALLBACKS = descriptor(Callbacks.class);

  private final List<ClassModel> bindings = classes(Callbacks.class);
  private final List<ClassModel> api = classes(Gatun.class);

  private static ClassDesc descriptor(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static List<ClassModel> classes(Class<?> anyOfThem) {
    try (var reader = ModulesTest.module(anyOfThem).open();
        Stream<String> names = reader.list()) {
      List<ClassModel> models = new ArrayList<>();
      for (String name : names.filter(n -> n.endsWith(".class") && n.contains("/")).toList()) {
        var bytes = reader.read(name).orElseThrow();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        reader.release(bytes);
        models.add(ClassFile.of().parse(copy));
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One kind of call: what a function takes and gives.
  private record Signature(String result, List<String> parameters) {
    Map<String, Object> json() {
      return new TreeMap<>(Map.of("returnType", result, "parameterTypes", parameters));
    }
  }

  /// Kinds of calls to the library's and the C library's functions.
  List<Map<String, Object>> downcalls() {
    Set<Signature> found = sorted();
    for (ClassModel type : bindings) {
      if (!type.thisClass().asSymbol().equals(CALLBACKS)) {
        type.methods().forEach(method -> found.addAll(signatures(method)));
      }
    }
    return json(found);
  }

  /// Kinds of calls made with heap arrays: `Handles.critical(f$address(), f$descriptor())`.
  List<Map<String, Object>> criticalDowncalls() {
    Map<String, Signature> functions = new HashMap<>();
    for (ClassModel type : bindings) {
      String function = type.thisClass().asInternalName().replaceAll(".*\\$", "");
      type.methods().stream()
          .filter(method -> method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
          .forEach(method -> signatures(method).forEach(made -> functions.put(function, made)));
    }
    Set<Signature> found = sorted();
    for (ClassModel type : api) {
      for (MethodModel method : type.methods()) {
        String last = "";
        for (CodeElement element : code(method)) {
          if (element instanceof InvokeInstruction call) {
            if (call.owner().asSymbol().equals(HANDLES)) {
              found.add(functions.get(last.replace("$descriptor", "")));
            }
            last = call.name().stringValue();
          }
        }
      }
    }
    List<Map<String, Object>> all = json(found);
    all.forEach(call -> call.put("options", Map.of("critical", Map.of("allowHeapAccess", true))));
    return all;
  }

  /// Java methods that C calls: static ones that take `long`s and whose name is a constant of a
  /// class that makes callbacks, or of one nested in it.
  List<Map<String, Object>> upcalls() {
    List<Map<String, Object>> found = new ArrayList<>();
    for (ClassModel type : callbackClasses()) {
      Set<String> constants = constants(type);
      for (MethodModel method : type.methods()) {
        MethodTypeDesc shape = method.methodTypeSymbol();
        if (method.flags().has(AccessFlag.STATIC)
            && shape.parameterCount() > 0
            && shape.parameterList().stream().allMatch(ConstantDescs.CD_long::equals)
            && constants.contains(method.methodName().stringValue())) {
          var signature = new Signature(jni(shape.returnType()), jni(shape.parameterList()));
          Map<String, Object> json = signature.json();
          json.put("class", name(type));
          json.put("method", method.methodName().stringValue());
          found.add(json);
        }
      }
    }
    return found;
  }

  /// The same methods, which are looked up by name.
  List<Map<String, Object>> callbackTypes() {
    Map<String, List<Map<String, Object>>> methods = new TreeMap<>();
    for (Map<String, Object> upcall : upcalls()) {
      int pointers = ((List<?>) upcall.get("parameterTypes")).size();
      methods
          .computeIfAbsent((String) upcall.get("class"), _ -> new ArrayList<>())
          .add(
              new TreeMap<>(
                  Map.of(
                      "name",
                      upcall.get("method"),
                      "parameterTypes",
                      List.of("long", "long").subList(0, pointers))));
    }
    List<Map<String, Object>> found = new ArrayList<>();
    methods.forEach((type, of) -> found.add(new TreeMap<>(Map.of("type", type, "methods", of))));
    return found;
  }

  private List<ClassModel> callbackClasses() {
    return api.stream()
        .filter(
            type ->
                type.methods().stream()
                    .flatMap(method -> code(method).stream())
                    .anyMatch(
                        element ->
                            element instanceof InvokeInstruction call
                                && call.owner().asSymbol().equals(CALLBACKS)
                                && call.name().equalsString("create")))
        .sorted(Comparator.comparing(ForeignCalls::name))
        .toList();
  }

  private Set<String> constants(ClassModel host) {
    String name = host.thisClass().asInternalName();
    Set<String> found = new TreeSet<>();
    for (ClassModel type : api) {
      String own = type.thisClass().asInternalName();
      if (own.equals(name) || own.startsWith(name + "$")) {
        for (var entry : type.constantPool()) {
          if (entry instanceof StringEntry text) {
            found.add(text.stringValue());
          }
        }
      }
    }
    return found;
  }

  /// Each `FunctionDescriptor.of(layout, …)` and `ofVoid(…)` of a method: the layouts are the
  /// constants that were loaded before it.
  private static List<Signature> signatures(MethodModel method) {
    List<Signature> found = new ArrayList<>();
    List<String> layouts = new ArrayList<>();
    for (CodeElement element : code(method)) {
      if (element instanceof FieldInstruction field
          && field.typeSymbol().displayName().matches("AddressLayout|ValueLayout.*")) {
        layouts.add(canonical(field));
      } else if (element instanceof InvokeInstruction call
          && call.owner().asSymbol().equals(DESCRIPTOR)) {
        boolean result = call.name().equalsString("of");
        found.add(
            new Signature(
                result ? layouts.getFirst() : "void",
                List.copyOf(layouts.subList(result ? 1 : 0, layouts.size()))));
        layouts.clear();
      }
    }
    return found;
  }

  private static Collection<CodeElement> code(MethodModel method) {
    return method.code().map(code -> code.elementList()).orElse(List.of());
  }

  /// The name of a layout constant: by value, since a C `long` is not everywhere the same.
  private static String canonical(FieldInstruction field) {
    try {
      Class<?> owner =
          Class.forName(
              field.owner().asInternalName().replace('/', '.'),
              false,
              ForeignCalls.class.getClassLoader());
      Field constant = field(owner, field.name().stringValue());
      constant.setAccessible(true);
      Object layout = constant.get(null);
      return layout instanceof AddressLayout
          ? "void*"
          : jni(descriptor(((ValueLayout) layout).carrier()));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(owner + "." + name);
  }

  private static String jni(ClassDesc type) {
    String name = type.displayName();
    return name.equals("void") ? name : "j" + name;
  }

  private static List<String> jni(List<ClassDesc> types) {
    return types.stream().map(ForeignCalls::jni).toList();
  }

  private static String name(ClassModel type) {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  private static Set<Signature> sorted() {
    return new TreeSet<>(Comparator.comparing(Signature::toString));
  }

  private static List<Map<String, Object>> json(Set<Signature> found) {
    return found.stream().map(Signature::json).collect(Collectors.toList());
  }
}
