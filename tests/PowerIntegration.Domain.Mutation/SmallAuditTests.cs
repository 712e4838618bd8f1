using System.Threading;
using PowerIntegration.Domain.Audit;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

/// <summary>The audit of the normal test run, over as few invoices as still reach every retainage mode.</summary>
public sealed class SmallAuditTests
{
    private const long Seed = 20251031;
    private const long Invoices = 400;

    [Fact]
    public void Engine_and_auditor_agree_on_header_lines_and_journals_of_a_few_hundred_invoices() =>
        Assert.Null(new AuditRun(Seed, Invoices).Run(null, CancellationToken.None).Finding);
}
