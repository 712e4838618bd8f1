using PowerIntegration.Local.Procore.Scripts;

namespace PowerIntegration.Local.Tests.Seed;

/// <summary>
/// Certificates added up from the scripts alone, apart from the simulator and from the product: what is held moves with the rounded retainage on the
/// balance of each line, less what is released. A commitment starts at ten per cent.
/// </summary>
public sealed class ScriptSums
{
    private readonly Dictionary<long, Book> books = [];
    private readonly Dictionary<string, (InvoiceScript Script, Book Before)> billed = [];

    /// <summary>Adds an invoice.</summary>
    public ExpectedTotals Bill(InvoiceScript invoice)
    {
        var before = books.GetValueOrDefault(invoice.CommitmentId, new Book(new Dictionary<long, Line>(), 0.10m, 0m));
        billed[invoice.InvoiceNumber] = (invoice, before);
        return Add(before, invoice);
    }

    /// <summary>Takes the last invoice of a commitment out and adds it with other lines.</summary>
    public ExpectedTotals Correct(CorrectionScript correction)
    {
        var (script, before) = billed[correction.InvoiceNumber];
        var kept = script.Items.Where(item => correction.Items.All(changed => changed.LineItemId != item.LineItemId));
        return Add(before, script with { Items = [.. kept, .. correction.Items] });
    }

    private ExpectedTotals Add(Book before, InvoiceScript invoice)
    {
        var rate = invoice.LowersRetainageTo / 100 ?? before.Rate;
        var share = (before.Rate - rate) / before.Rate;
        var entries = invoice.Items.ToDictionary(item => item.LineItemId);
        var lines = before
            .Lines.Keys.Union(entries.Keys)
            .ToDictionary(id => id, id => Move(before.Lines.GetValueOrDefault(id, new Line(0, 0, 0, 0)), entries.GetValueOrDefault(id), rate, share));
        var gross = lines.Values.Sum(line => line.Work + line.Stored);
        var held = lines.Values.Sum(line => line.HeldOnWork + line.HeldOnStored);
        books[invoice.CommitmentId] = new Book(lines, rate, gross - held);
        return new ExpectedTotals(gross, held, before.Certified, gross - held - before.Certified);
    }

    private static Line Move(Line before, InvoiceItemScript? entry, decimal rate, decimal loweredShare)
    {
        var work = before.Work + (entry?.WorkCompletedThisPeriod ?? 0);
        var stored = entry?.MaterialsPresentlyStored ?? before.Stored;
        var workAfterRelease = before.HeldOnWork - (entry?.WorkRetainageReleased ?? Cents(loweredShare * before.HeldOnWork));
        var storedAfterRelease = before.HeldOnStored - (entry?.StoredRetainageReleased ?? Cents(loweredShare * before.HeldOnStored));
        return new Line(
            work,
            stored,
            work == 0 ? 0 : workAfterRelease + Cents(rate * work) - Cents(rate * before.Work),
            stored == 0 ? 0 : storedAfterRelease + Cents(rate * stored) - Cents(rate * before.Stored)
        );
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private sealed record Line(decimal Work, decimal Stored, decimal HeldOnWork, decimal HeldOnStored);

    private sealed record Book(IReadOnlyDictionary<long, Line> Lines, decimal Rate, decimal Certified);
}
