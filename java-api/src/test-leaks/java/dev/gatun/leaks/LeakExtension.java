package dev.gatun.leaks;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/// Looks behind each test of Jupiter, with its set-up and tear-down, and behind each class of them:
/// a class may keep things for its tests, and has to free them in the end. Found by Jupiter through
/// `META-INF/services`.
public final class LeakExtension
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Namespace OWN = Namespace.create(LeakExtension.class);

  private static final String FAILED = "failed";

  @Override
  public void beforeAll(ExtensionContext context) {
    begin(context);
    store(context).put(OpenFiles.class, OpenFiles.now());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
    Set<String> left = new TreeSet<>(OpenFiles.now());
    left.removeAll(Objects.requireNonNull(store(context).get(OpenFiles.class, Set.class)));
    if (!left.isEmpty()) {
      throw new AssertionError(context.getDisplayName() + " leaves files open: " + left);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end(context);
  }

  private static void begin(ExtensionContext context) {
    store(context).put(LeakCheck.class, LeakCheck.begin());
  }

  /// What has failed may have left its things behind because of that, to its class too.
  private static void end(ExtensionContext context) {
    Store own = store(context);
    if (context.getExecutionException().isPresent()) {
      context.getParent().ifPresent(parent -> store(parent).put(FAILED, true));
    } else if (own.get(FAILED) == null) {
      LeakCheck check = own.get(LeakCheck.class, LeakCheck.class);
      Objects.requireNonNull(check).end(context.getDisplayName());
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(OWN, context.getUniqueId()));
  }
}
