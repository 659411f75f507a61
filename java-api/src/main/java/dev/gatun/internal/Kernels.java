package dev.gatun.internal;

import dev.gatun.internal.exec.Kernel;
import dev.gatun.internal.exec.Registered;
import dev.gatun.internal.exec.Twin;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrPagerank;
import dev.gatun.internal.kernel.CsrSssp;
import dev.gatun.internal.kernel.ParquetFooter;
import dev.gatun.internal.natives.CsrBfsNative;
import dev.gatun.internal.natives.CsrBuildNative;
import dev.gatun.internal.natives.CsrCheckNative;
import dev.gatun.internal.natives.CsrComponentsNative;
import dev.gatun.internal.natives.CsrPagerankNative;
import dev.gatun.internal.natives.CsrSsspNative;
import dev.gatun.internal.natives.ParquetFooterNative;
import dev.gatun.internal.reference.CsrBfsReference;
import dev.gatun.internal.reference.CsrBuildReference;
import dev.gatun.internal.reference.CsrCheckReference;
import dev.gatun.internal.reference.CsrComponentsReference;
import dev.gatun.internal.reference.CsrPagerankReference;
import dev.gatun.internal.reference.CsrSsspReference;
import dev.gatun.internal.reference.ParquetFooterReference;
import java.util.List;

/// Every kernel, with its two implementations.
public final class Kernels {
  public static final Kernel<CsrCheck.Args, CsrCheck.Result> CSR_CHECK =
      new Kernel<>("csr_check", new CsrCheckReference(), new CsrCheckNative());
  public static final Kernel<CsrBuild.Args, Csr> CSR_BUILD =
      new Kernel<>("csr_build", new CsrBuildReference(), new CsrBuildNative());
  public static final Kernel<CsrBfs.Args, CsrBfs.Result> CSR_BFS =
      new Kernel<>("csr_bfs", new CsrBfsReference(), new CsrBfsNative());
  public static final Kernel<CsrPagerank.Args, CsrPagerank.Result> CSR_PAGERANK =
      new Kernel<>("csr_pagerank", new CsrPagerankReference(), new CsrPagerankNative());
  public static final Kernel<CsrComponents.Args, CsrComponents.Result> CSR_COMPONENTS =
      new Kernel<>("csr_components", new CsrComponentsReference(), new CsrComponentsNative());
  public static final Kernel<CsrSssp.Args, CsrSssp.Result> CSR_SSSP =
      new Kernel<>("csr_sssp", new CsrSsspReference(), new CsrSsspNative());

  public static final Twin<ParquetFooter> PARQUET_FOOTER =
      new Twin<>("parquet_footer", new ParquetFooterReference(), new ParquetFooterNative());

  /// All of them, in the order above.
  public static final List<Registered> ALL =
      List.of(CSR_CHECK, CSR_BUILD, CSR_BFS, CSR_PAGERANK, CSR_COMPONENTS, CSR_SSSP, PARQUET_FOOTER);

  private Kernels() {}
}
