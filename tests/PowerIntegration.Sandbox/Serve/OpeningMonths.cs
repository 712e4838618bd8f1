using PowerIntegration.Local.Clock;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Serve;

/// <summary>Plays months of billing before a person opens the page.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class OpeningMonths(RunningSandbox sandbox)
{
    /// <summary>Plays until so many months have been billed; what a store has played before counts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="said">Takes a sentence about each month.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidDataException">The job has fewer months.</exception>
    public async Task PlayAsync(int count, Action<string> said, CancellationToken cancellation)
    {
        var all = sandbox.Seed.Months.Count;
        if (count > all)
        {
            throw new InvalidDataException($"--months is at most {all}: this job has {all} months of billing.");
        }

        while (all - sandbox.Months.Remaining < count)
        {
            said($"Billing {sandbox.Months.NextName} ...");
            if (sandbox.Months.BeginNext().Count > 0)
            {
                await PollAsync(cancellation);
            }

            sandbox.Months.PlayNext();
            await PollAsync(cancellation);

            // The last month is left as it is, so that there is something to do on the page.
            if (all - sandbox.Months.Remaining < count && await MapAsync(cancellation) is { } sentence)
            {
                said(sentence);
            }
        }
    }

    // The one code of the shipped job that has no Oracle task would hold every later invoice of its subcontract.
    private async Task<string?> MapAsync(CancellationToken cancellation)
    {
        var documents = new DemoDocuments(sandbox);
        var refused = (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == DemoMapping.ReasonCode).ToList();
        if (refused.Count == 0 || !DemoMapping.Fits(sandbox))
        {
            return null;
        }

        await new DemoMapping(sandbox).AddAsync(cancellation);
        foreach (var document in refused)
        {
            await documents.RetryAsync(document, cancellation);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        return $"{DemoMapping.AdministratorName(sandbox)} mapped a cost code that had no Oracle task, "
            + $"{DemoMapping.ReviewerName(sandbox)} activated the mapping, and the retry was requested for "
            + $"{string.Join(", ", refused.Select(document => document.InvoiceNumber))}.";
    }

    private async Task PollAsync(CancellationToken cancellation)
    {
        if (sandbox.Flows.NextDue is { } due)
        {
            ((IMovableClock)sandbox.Clock).AdvanceTo(due);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }
}
