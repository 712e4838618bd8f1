using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using PowerIntegration.Sandbox.Clock;
using PowerIntegration.Sandbox.Procore.Actors;
using PowerIntegration.Sandbox.Seed;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Lets the scripted months of billing happen in Procore, one after the other, moving the clock to when each thing happened.</summary>
public sealed class MonthPlayer
{
    private const string FileName = "months-played.txt";
    private readonly IReadOnlyList<MonthScript> months;
    private readonly ProcoreActors actors;
    private readonly IMovableClock clock;
    private readonly string path;
    private int played;

    /// <summary>Goes on where the store stopped.</summary>
    /// <param name="seed">The script.</param>
    /// <param name="actors">The people in Procore.</param>
    /// <param name="clock">Moved to each approval.</param>
    /// <param name="storeFolder">Remembers how far the script went.</param>
    public MonthPlayer(SeedFolder seed, ProcoreActors actors, IMovableClock clock, string storeFolder)
    {
        months = seed.Months;
        this.actors = actors;
        this.clock = clock;
        path = Path.Combine(storeFolder, FileName);
        played = File.Exists(path) ? int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Name of the next month, or null where all have happened.</summary>
    public string? NextName => Remaining == 0 ? null : months[played].Name;

    /// <summary>Months that have not happened yet.</summary>
    public int Remaining => months.Count - played;

    /// <summary>Lets the next month happen.</summary>
    /// <returns>A sentence about it.</returns>
    public string PlayNext() => Remaining == 0
        ? "Every month of months.json has happened."
        : PlayNext(_ => { });

    /// <summary>Lets the next month happen and tells each decision.</summary>
    /// <param name="decided">Takes each invoice after its decision.</param>
    /// <returns>A sentence about it.</returns>
    public string PlayNext(Action<InvoiceScript> decided)
    {
        var month = months[played];
        clock.AdvanceTo(month.OpenedAt);
        actors.OpenPeriod(month.PeriodId, month.OpenedAt);
        var submitted = month.Invoices.Select(invoice => (Invoice: invoice, Id: actors.SubmitInvoice(month, invoice))).ToList();
        foreach (var (invoice, id) in submitted.OrderBy(entry => entry.Invoice.ReviewedAt))
        {
            clock.AdvanceTo(invoice.ReviewedAt);
            actors.SetStatus(id, invoice.Status, invoice.ReviewedBy, invoice.ReviewedAt);
            decided(invoice);
        }

        played++;
        File.WriteAllText(path, played.ToString(CultureInfo.InvariantCulture));
        return $"{month.Name} was billed: {month.Invoices.Count} invoices were decided in Procore. The poll finds them within five minutes of sandbox time.";
    }
}
