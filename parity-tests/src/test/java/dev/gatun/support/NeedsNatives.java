package dev.gatun.support;

import dev.gatun.Gatun;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A test, property or class of them that is skipped where the native library is not loaded.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(NeedsNatives.JupiterCondition.class)
@AddLifecycleHook(
    value = NeedsNatives.JqwikCondition.class,
    propagateTo = PropagationMode.ALL_DESCENDANTS)
public @interface NeedsNatives {

  /// For JUnit Jupiter.
  final class JupiterCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      var natives = Gatun.nativeAvailable();
      return natives.available()
          ? ConditionEvaluationResult.enabled(natives.reason())
          : ConditionEvaluationResult.disabled("needs the native library: " + natives.reason());
    }
  }

  /// For jqwik.
  final class JqwikCondition implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      var natives = Gatun.nativeAvailable();
      return natives.available()
          ? SkipResult.doNotSkip()
          : SkipResult.skip("needs the native library: " + natives.reason());
    }
  }
}
