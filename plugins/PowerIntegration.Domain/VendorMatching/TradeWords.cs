namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Words of the trades that are often shortened.</summary>
internal static class TradeWords
{
    private static readonly Dictionary<string, string> Shortened = Read(
        "constr construction const constructors",
        "mech mechanical",
        "bros brothers bro",
        "contr contractors contractor contracting contrs",
        "assoc associates associated assocs",
        "equip equipment eqpt",
        "engr engineering engineers eng engrg",
        "elec electric electrical electl",
        "svc services service svcs serv",
        "natl national nat",
        "intl international",
        "env environmental environ envir",
        "rest restoration",
        "indl industrial industries ind inds",
        "coml commercial comm",
        "plbg plumbing plumb plmbg",
        "mgmt management",
        "mfg manufacturing manufacturers",
        "bldg building bldrs builders",
        "tech technologies technology",
        "sys systems system",
        "htg heating",
        "ac airconditioning",
        "excav excavating excavation",
        "fab fabrication fabricators",
        "dist distribution distributing distributors",
        "st saint",
        "mt mount",
        "ft fort",
        "ctr center centre",
        "grp group",
        "mtl metal metals"
    );

    /// <summary>The short form of a word; the word itself where it has none.</summary>
    public static string Short(string word) => Shortened.TryGetValue(word, out var form) ? form : word;

    private static Dictionary<string, string> Read(params string[] lines)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Split(' ')))
        {
            foreach (var word in line.Skip(1))
            {
                words[word] = line[0];
            }
        }

        return words;
    }
}
