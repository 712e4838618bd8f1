using System.Text;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Versions;

/// <summary>
/// The key of a new version, made from what the version is about. Texts are mended into the letters of a key, so two records may come to one key; a
/// number at the end then tells them apart.
/// </summary>
public sealed class VersionKey
{
    private const char Bar = '|';
    private readonly bool isRecord;

    /// <summary>The key of a version.</summary>
    /// <param name="place">Where it belongs: the environment's key, or what takes its place.</param>
    /// <param name="generation">Generation of the environment; null where the key has none.</param>
    /// <param name="parts">What it is about; an empty part is left out.</param>
    /// <param name="isRecord">True where the parts are the ID of a record, so that every version of it has this key.</param>
    public VersionKey(string place, int? generation, IEnumerable<string?> parts, bool isRecord)
    {
        this.isRecord = isRecord;
        Place = place;
        var all = new[] { place, generation?.ToString(CultureInfo.InvariantCulture) }
            .Concat(parts.Select(part => part is null ? null : Part(part)))
            .Where(part => !string.IsNullOrEmpty(part));
        var key = string.Join("|", all);
        Stem = key.Length > StemLengthMax ? key.Substring(0, StemLengthMax).TrimEnd(Bar, '-') : key;
    }

    // Room for the number of a version.
    private const int StemLengthMax = SyncKey.LengthMax - 8;

    /// <summary>The first part: every key of the place begins with it.</summary>
    public string Place { get; }

    /// <summary>The key of the first version.</summary>
    public string Stem { get; }

    /// <summary>The first key that is free.</summary>
    /// <param name="taken">Keys that are taken.</param>
    public string Free(IReadOnlyCollection<string> taken)
    {
        var key = Stem;
        for (var version = 2; taken.Contains(key); version++)
        {
            key = Stem + "|V" + version.ToString(CultureInfo.InvariantCulture);
        }

        return key;
    }

    /// <summary>
    /// Why a key that is given cannot be the key of this version; null where it can. A key of one part names no record, so it names no other one.
    /// </summary>
    /// <param name="given">The key.</param>
    /// <param name="label">Label of the table.</param>
    public Refusal? Contradicts(string given, string label)
    {
        var begins = isRecord ? Stem : Place;
        return given.IndexOf(Bar) < 0 || given == begins || given.StartsWith(begins + Bar, StringComparison.Ordinal)
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"{label}: the key '{given}' belongs to another record; a key of this one begins with {begins}. Leave the key empty; it is filled in."
            );
    }

    /// <summary>A text in the letters of a key; a star is any value.</summary>
    /// <param name="text">The text.</param>
    public static string Part(string text)
    {
        if (text.Trim() == "*")
        {
            return "ANY";
        }

        var part = new StringBuilder();
        foreach (var letter in text.ToUpperInvariant())
        {
            var isKept = letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isKept || (part.Length > 0 && part[part.Length - 1] != '-'))
            {
                part.Append(isKept ? letter : '-');
            }
        }

        return part.ToString().TrimEnd('-');
    }
}
