using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Actors;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Seed;

/// <summary>Plays the scripted months of billing in Procore, one after the other, and moves the clock to the time of each event.</summary>
public sealed class MonthPlayer
{
    private const string FileName = "months-played.txt";
    private const string Begun = " begun";
    private readonly IReadOnlyList<MonthScript> months;
    private readonly MonthPlay play;
    private readonly string path;
    private int played;
    private bool hasBegun;

    /// <summary>Continues where the store stopped.</summary>
    /// <param name="seed">The script.</param>
    /// <param name="actors">The people in Procore.</param>
    /// <param name="clock">Moved to each approval.</param>
    /// <param name="storeFolder">Remembers how far the script went.</param>
    public MonthPlayer(SeedFolder seed, ProcoreActors actors, IMovableClock clock, string storeFolder)
    {
        months = seed.Months;
        play = new MonthPlay(actors, clock.AdvanceTo);
        path = Path.Combine(storeFolder, FileName);
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path);
            hasBegun = text.EndsWith(Begun, StringComparison.Ordinal);
            played =
                int.TryParse(hasBegun ? text[..^Begun.Length] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number <= months.Count
                    ? number
                    : throw new StoreRefusedException(
                        $"The store file {path} contains '{text}' instead of how many of the {months.Count} months have been billed. Write the "
                            + "number, or choose "
                            + "another store folder."
                    );
        }
    }

    /// <summary>Name of the next month, or null where all have happened.</summary>
    public string? NextName => Remaining == 0 ? null : months[played].Name;

    /// <summary>Months that have not happened yet.</summary>
    public int Remaining => months.Count - played;

    /// <summary>
    /// Lets what comes before the next month's invoices happen: change orders, and corrections of the month before. A caller that wants a poll to see
    /// a correction before the next invoice exists calls it first; otherwise <see cref="PlayNext()"/> does it.
    /// </summary>
    /// <returns>A sentence for each; none where the month has begun already.</returns>
    public IReadOnlyList<string> BeginNext()
    {
        if (Remaining == 0 || hasBegun)
        {
            return [];
        }

        var said = play.Begin(months[played]);
        hasBegun = true;
        Remember();
        return said;
    }

    /// <summary>Lets the next month happen.</summary>
    /// <returns>A sentence about it.</returns>
    public string PlayNext() => Remaining == 0 ? "All months of this job have been billed." : PlayNext(_ => { });

    /// <summary>Lets the next month happen and tells each decision.</summary>
    /// <param name="decided">Takes each invoice after its decision.</param>
    /// <returns>A sentence about it.</returns>
    public string PlayNext(Action<InvoiceScript> decided)
    {
        var month = months[played];
        BeginNext();
        play.Bill(month, decided);
        played++;
        hasBegun = false;
        Remember();
        return $"{month.Name} was billed: {(month.Invoices.Count == 1 ? "1 invoice was" : $"{month.Invoices.Count} invoices were")} reviewed in "
            + "Procore. The next poll, within five minutes of sandbox time, reads what is new.";
    }

    private void Remember() => StoreText.Write(path, played.ToString(CultureInfo.InvariantCulture) + (hasBegun ? Begun : ""));
}
