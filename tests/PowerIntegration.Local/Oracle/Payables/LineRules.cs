using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>What must be true of each line before its invoice is stored.</summary>
internal sealed class LineRules(OracleSeed seed, AccountingPeriods periods, LineSignRules signs, PurchaseOrderMatch match, ProjectCodingRules coding)
{
    private static readonly string[] KnownTypes = ["Item", "Freight", "Miscellaneous"];

    public void Check(JsonObject invoice, List<Problem> problems)
    {
        var lines = invoice.Rows("invoiceLines").ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            CheckLine(invoice, lines[index], $"/invoiceLines/{index + 1}", problems);
        }

        foreach (var number in lines.GroupBy(line => line.Number("LineNumber")).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            problems.Add(new Problem($"The line number {number} is used more than once.", "/invoiceLines"));
        }

        match.CheckBilledAmounts(lines, problems);
    }

    private void CheckLine(JsonObject invoice, JsonObject line, string path, List<Problem> problems)
    {
        if (line.Text("LineType") is { } type && !KnownTypes.Contains(type))
        {
            problems.Add(Problem.NotSimulated($"the LineType {type}", path + "/LineType"));
        }

        HeaderRules.CheckDigits(line.Number("LineAmount")!.Value, "LineAmount", path + "/LineAmount", problems);
        signs.Check(invoice, line, path, problems);
        if (line.Text("AccountingDate") is { } date && periods.Refusal(invoice.Text("BusinessUnit")!, date) is { } refusal)
        {
            problems.Add(new Problem(refusal, path + "/AccountingDate"));
        }

        if (line.Text("DistributionCombination") is { } account && !seed.Setup.IsAccount(account))
        {
            problems.Add(new Problem($"The account combination {account} isn't valid.", path + "/DistributionCombination"));
        }

        if (PurchaseOrderMatch.IsMatched(line))
        {
            match.Check(invoice, line, path, problems);
        }
        else
        {
            coding.Check(invoice.Text("BusinessUnit")!, line, path, problems);
        }
    }
}
