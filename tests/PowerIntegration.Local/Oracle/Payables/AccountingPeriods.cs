using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Whether a day can be accounted in Payables.</summary>
internal sealed class AccountingPeriods(PayablesSetup setup, PayablesBook book, TimeProvider clock)
{
    /// <summary>Why a date cannot be accounted, or null where it can.</summary>
    /// <param name="businessUnit">Whose periods count.</param>
    /// <param name="date">yyyy-MM-dd.</param>
    public string? Refusal(string businessUnit, string date)
    {
        var period = setup.Periods.FirstOrDefault(candidate =>
            candidate.Text("BusinessUnit") == businessUnit
            && string.CompareOrdinal(candidate.Text("StartDate"), date) <= 0
            && string.CompareOrdinal(date, candidate.Text("EndDate")) <= 0
        );
        if (period is null)
        {
            return $"The accounting date {date} isn't in any Payables period of {businessUnit}. Enter a date in an open period.";
        }

        var status = Status(period);
        return status == AssumedFacts.OpenPeriod
            ? null
            : $"The accounting date {date} is in the period {period.Text("PeriodName")} of {businessUnit}, whose status is {status}. "
                + "Enter a date in an open period.";
    }

    /// <summary>Opens or closes a period.</summary>
    public void SetStatus(string period, string status)
    {
        if (setup.Periods.All(candidate => candidate.Text("PeriodName") != period))
        {
            throw new ArgumentException($"The Oracle seed has no Payables period {period}.", nameof(period));
        }

        book.CommitPeriod(period, status);
    }

    /// <summary>Each period with its status in General Ledger, Payables and project costing, by ledger.</summary>
    public IEnumerable<JsonObject> Statuses() =>
        from period in setup.Periods
        where setup.LedgerOf(period.Text("BusinessUnit")!) is not null
        from application in Applications
        select new JsonObject
        {
            ["PeriodNameId"] = period.Text("PeriodName"),
            ["ApplicationId"] = (decimal)application.Id,
            ["LedgerId"] = setup.LedgerOf(period.Text("BusinessUnit")!),
            ["StartDate"] = period.Text("StartDate"),
            ["EndDate"] = period.Text("EndDate"),
            ["AdjustmentPeriodFlag"] = false,
            ["ClosingStatus"] = Letter(
                application.Id == AssumedFacts.PayablesApplication ? Status(period)
                : IsAhead(period) ? AssumedFacts.PeriodNeverOpened
                : period.Text(application.Field)
            ),
        };

    private static readonly (int Id, string Field)[] Applications =
    [
        (AssumedFacts.LedgerApplication, "LedgerStatus"),
        (AssumedFacts.PayablesApplication, "PayablesStatus"),
        (AssumedFacts.ProjectsApplication, "ProjectsStatus"),
    ];

    private static string Letter(string? status) =>
        status switch
        {
            AssumedFacts.OpenPeriod => "O",
            AssumedFacts.PeriodNeverOpened or null => "N",
            _ => "C",
        };

    // What an accountant set counts; else a period is as the seed says, but nothing before the day on which it opens.
    private string Status(JsonObject period) =>
        book.PeriodStatus(period.Text("PeriodName")!) ?? (IsAhead(period) ? null : period.Text("PayablesStatus")) ?? AssumedFacts.PeriodNeverOpened;

    private bool IsAhead(JsonObject period) =>
        period.Text("OpensOn") is { } day
        && string.CompareOrdinal(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day) < 0;
}
