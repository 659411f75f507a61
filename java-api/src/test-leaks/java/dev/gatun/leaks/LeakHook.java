package dev.gatun.leaks;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/// Looks behind each property of jqwik, with its set-up and tear-down. Found by jqwik through
/// `META-INF/services`.
public final class LeakHook implements AroundPropertyHook {
  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    LeakCheck check = LeakCheck.begin();
    PropertyExecutionResult result = property.execute();
    if (result.status() != PropertyExecutionResult.Status.SUCCESSFUL) {
      return result;
    }
    try {
      check.end(context.label());
      return result;
    } catch (AssertionError e) {
      return result.mapToFailed(e);
    }
  }

  /// Outside of everything that prepares a property and clears up behind it.
  @Override
  public int aroundPropertyProximity() {
    return -1000;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public boolean appliesTo(Optional<AnnotatedElement> element) {
    return true;
  }
}
