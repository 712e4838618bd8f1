using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>Short histories of one line, by amounts to date.</summary>
internal static class Histories
{
    /// <summary>What a line had to date, with its retainage on work and on stored materials.</summary>
    internal sealed record ToDate(decimal Work, decimal Stored, decimal Held, decimal HeldOnStored = 0m)
    {
        public decimal Scheduled { get; init; } = 10_000m;
    }

    /// <summary>A contract of 10,000.00 with one line, on which nothing is billed yet.</summary>
    public static ContractLedger Ledger => Contracts.Ledger(10_000m, Contracts.Balance("1", 10_000m, 0m, 0m, 0m));

    /// <summary>The retainage of the line is known, in total.</summary>
    public static ReplayHistory Held(params ToDate[] applications) => Held(Contracts.TenPercent, applications);

    /// <summary>The same with proposed terms.</summary>
    public static ReplayHistory Held(ContractTerms terms, params ToDate[] applications) =>
        Of(terms, applications, (entry, now, _) => entry with { Held = [new HeldOnLine("1", now.Held + now.HeldOnStored)] });

    /// <summary>Only the payments are known.</summary>
    public static ReplayHistory Paid(params ToDate[] applications) => Paid(Contracts.TenPercent, applications);

    /// <summary>The same with proposed terms.</summary>
    public static ReplayHistory Paid(ContractTerms terms, params ToDate[] applications) =>
        Of(terms, applications, (entry, now, before) => entry with { Paid = Earned(now) - Earned(before) });

    /// <summary>The line states its retainage on work and on stored materials, and the payments are known.</summary>
    public static ReplayHistory Stated(params ToDate[] applications) => Stated(Contracts.TenPercent, applications);

    /// <summary>The same with proposed terms.</summary>
    public static ReplayHistory Stated(ContractTerms terms, params ToDate[] applications) => Paid(terms, applications) with { IsStated = true };

    /// <summary>The same with another original contract sum.</summary>
    public static ReplayHistory From(this ReplayHistory history, decimal original) =>
        history with
        {
            Ledger = history.Ledger with { OriginalContractSum = original },
        };

    private static ReplayHistory Of(ContractTerms terms, ToDate[] applications, Func<ReplayApplication, ToDate, ToDate, ReplayApplication> with)
    {
        var before = new ToDate(0m, 0m, 0m);
        var entries = new List<ReplayApplication>();
        foreach (var now in applications)
        {
            var line = new ApplicationLine
            {
                LineId = "1",
                ScheduledValue = now.Scheduled,
                WorkPrevious = before.Work,
                WorkThisPeriod = now.Work - before.Work,
                MaterialsStored = now.Stored,
                WorkRetainageHeld = now.Held,
                StoredRetainageHeld = now.HeldOnStored,
            };
            entries.Add(with(new ReplayApplication(terms, Contracts.Application(entries.Count + 1, line)), now, before));
            before = now;
        }

        return new ReplayHistory { Ledger = Ledger, Applications = entries };
    }

    private static decimal Earned(ToDate now) => now.Work + now.Stored - now.Held - now.HeldOnStored;
}
