using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.VendorMatching;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.VendorMatching;

/// <summary>Writes what was found for each vendor.</summary>
internal static class FiledMatches
{
    /// <summary>Writes both result files; they are put in their places together.</summary>
    public static void Write(DirectoryInfo target, IReadOnlyList<VendorMatch> matches)
    {
        using var links = Begin(target, MatchFile.Links);
        using var findings = Begin(target, MatchFile.Findings);
        foreach (var match in matches)
        {
            AddLinks(links, match);
            AddProposals(links, match);
            foreach (var note in match.Notes)
            {
                findings.Add(match.Vendor.Key, Word(match.State), Word(note.Issue), note.Sentence);
            }
        }

        links.Finish();
        findings.Finish();
    }

    /// <summary>A value as the files write it, such as <c>no-usable-site</c>.</summary>
    public static string Word(Enum value) => Sentence.Words(value).ToLowerInvariant().Replace(' ', '-');

    private static CsvResult Begin(DirectoryInfo target, string name) => new(MatchFile.PathOf(target, name), MatchFile.ColumnsOf(name));

    private static void AddLinks(CsvResult links, VendorMatch match)
    {
        if (match.Supplier is not { } supplier)
        {
            return;
        }

        var how = match.Evidence switch
        {
            LinkEvidence.StoredLink => "stored",
            LinkEvidence.TaxId => "tax-id",
            _ => "number",
        };
        if (match.Sites.Count == 0)
        {
            links.Add(match.Vendor.Key, supplier.Key, "", "", how, match.Sentence);
        }

        foreach (var unit in match.Sites)
        {
            links.Add(match.Vendor.Key, supplier.Key, unit.Site?.Key ?? "", unit.BusinessUnit, how, $"{match.Sentence} {unit.Sentence}");
        }
    }

    private static void AddProposals(CsvResult links, VendorMatch match)
    {
        foreach (var proposal in match.Proposals)
        {
            links.Add(match.Vendor.Key, proposal.Supplier.Key, "", "", "proposed", proposal.Sentence);
        }
    }
}
