using System.Text.RegularExpressions;
using PowerIntegration.Domain.ContractBilling.Proofs;

namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>The proof and the journals of a stored text, line by line. <see cref="ProofText"/> writes the text.</summary>
public sealed record StoredProof
{
    private const string Unexplained = "Unexplained";
    private const string NotProved = "Not proved: ";
    private const string Total = "Total";
    private const string Against = ", against ";
    private const string Note = ": ";

    private static readonly Regex Figure = new(@"^(.*?)\s+(-?[0-9][0-9,]*\.[0-9]{2,12})  (\S.*)$", RegexOptions.CultureInvariant);

    private readonly List<ProofIdentity> identities = [];
    private readonly List<CheckedInput> inputs = [];
    private readonly List<FigureOrigin> origins = [];
    private readonly List<StoredEntry> journals = [];
    private readonly List<string> unread = [];

    private StoredProof() { }

    /// <summary>Figures that were worked out in two ways.</summary>
    public IReadOnlyList<ProofIdentity> Identities => identities;

    /// <summary>What is left unexplained; null where the input is wrong, or the text does not say it.</summary>
    public decimal? Residual { get; private set; }

    /// <summary>Why nothing is proved; null where the input is right.</summary>
    public string? Failure { get; private set; }

    /// <summary>The checks of the input.</summary>
    public IReadOnlyList<CheckedInput> Inputs => inputs;

    /// <summary>Where each figure comes from.</summary>
    public IReadOnlyList<FigureOrigin> Origins => origins;

    /// <summary>The journals, without their total.</summary>
    public IReadOnlyList<StoredEntry> Journals => journals;

    /// <summary>Lines that fit no table, such as the end of a text that was cut.</summary>
    public IReadOnlyList<string> Unread => unread;

    /// <summary>Reads a stored text.</summary>
    /// <param name="text">The text.</param>
    public static StoredProof Read(string text)
    {
        var proof = new StoredProof();
        var part = "";
        foreach (var line in AmountRow.LinesOf(text).Where(line => line.Length > 0))
        {
            if (ProofText.PartOf(line) is { } begun)
            {
                part = begun;
            }
            else if (!proof.IsRead(part, line))
            {
                proof.unread.Add(line);
            }
        }

        return proof;
    }

    private bool IsRead(string part, string line) =>
        part switch
        {
            ProofText.ProofPart => IsResult(line) || IsIdentity(line),
            ProofText.InputPart => IsInput(line),
            ProofText.OriginPart => IsOrigin(line),
            ProofText.JournalPart => IsEntry(line),
            _ => false,
        };

    private bool IsResult(string line)
    {
        if (line.StartsWith(NotProved, StringComparison.Ordinal))
        {
            Failure = line;
            return true;
        }

        if (AmountRow.Read(line, 1) is { Name: Unexplained } row)
        {
            Residual = row.Amounts[0];
            return true;
        }

        return false;
    }

    private bool IsIdentity(string line)
    {
        if (AmountRow.Read(line, 3) is not { } row)
        {
            return false;
        }

        identities.Add(new ProofIdentity(row.Name, row.Amounts[0], row.Amounts[1]));
        return true;
    }

    // The name ends in its column; what follows is the place, what it was compared with, and a note.
    private bool IsInput(string line)
    {
        const int Start = 2;
        var place = Start + ProofText.InputNameWidth;
        var against = line.Length > place ? line.IndexOf(Against, place, StringComparison.Ordinal) : -1;
        if (against < 0 || ProofText.StateOf(line.Substring(0, 1)) is not { } state)
        {
            return false;
        }

        var source = line.Substring(against + Against.Length);
        var note = source.IndexOf(Note, StringComparison.Ordinal);
        inputs.Add(
            new CheckedInput(
                line.Substring(Start, ProofText.InputNameWidth).Trim(),
                state,
                line.Substring(place, against - place),
                note < 0 ? source : source.Substring(0, note),
                note < 0 ? "" : source.Substring(note + Note.Length)
            )
        );
        return true;
    }

    private bool IsOrigin(string line)
    {
        var match = Figure.Match(line);
        if (match.Success)
        {
            origins.Add(new FigureOrigin(match.Groups[1].Value.TrimEnd(), AmountRow.ToAmount(match.Groups[2].Value), match.Groups[3].Value));
        }

        return match.Success;
    }

    private bool IsEntry(string line)
    {
        if (AmountRow.Read(line, 2) is not { } row)
        {
            return false;
        }

        var end = row.Name.IndexOf(Note, StringComparison.Ordinal);
        if (row.Name != Total)
        {
            journals.Add(
                new StoredEntry(
                    end < 0 ? row.Name : row.Name.Substring(0, end),
                    end < 0 ? "" : row.Name.Substring(end + Note.Length),
                    row.Amounts[0],
                    row.Amounts[1]
                )
            );
        }

        return true;
    }
}
