using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>The rows that ship beside the solutions; each row of a theory breaks one thing in a copy of them.</summary>
public sealed class ShippedRowsTests
{
    private const string Rules = "solution/data/jurisdiction-rules.json";

    private const string Federal = "\"pint_key\": \"ALL|JURISDICTION|US|FEDERAL|PAYMENT-DAYS\",";

    [Fact]
    public void Nothing_is_wrong_with_the_rows_that_ship_and_the_unverified_ship_as_such()
    {
        using SourceCopy copy = new();
        Assert.Empty(copy.VerifyRows());
        Assert.Equal(187, copy.Rows.Rows.Count);
        Assert.Equal(93, copy.Rows.Rows.Count(row => !row.Columns["pint_verified"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("\"pint_statute\": \"FAR 52.232-5\",", "", "pint_statute", "The table requires the column")]
    [InlineData("\"pint_statute\": \"FAR 52.232-5\",", "\"pint_statute\": \" \",", "pint_statute", "a person can read what the figures rest on")]
    [InlineData("\"pint_verified\": true,", "", "pint_verified", "true or false")]
    [InlineData("\"pint_verified\": true,", "\"pint_verified\": \"yes\",", "pint_verified", "neither true nor false")]
    [InlineData("\"pint_rate\": 0.1,", "\"pint_rate\": 1.5,", "pint_rate", "lies outside 0 to 1")]
    [InlineData("\"pint_rate\": 0.1,", "\"pint_rate\": 0.12345678,", "pint_rate", "has more than 6 decimals")]
    [InlineData("\"pint_rate\": 0.1,", "\"pint_rate\": \"0.1\",", "pint_rate", "is not a number")]
    [InlineData("\"pint_rate\": 0.1,", "\"pint_rates\": 0.1,", "pint_rates", "no such column")]
    [InlineData("\"pint_rate\": 0.1,", "\"pint_rate\": null,", "pint_rate", "Leave the column out")]
    [InlineData("\"pint_capbase\": 723100000,", "\"pint_capbase\": 723100009,", "pint_capbase", "is not a value of the choice")]
    [InlineData("\"pint_capbase\": 723100000,", "", "the rule", "It does not state what the retainage limit is a percentage of")]
    [InlineData("\"pint_ownerdays\": 14,", "\"pint_ownerdays\": 14.5,", "pint_ownerdays", "is not a whole number")]
    [InlineData("\"pint_jurisdiction\": \"US\",", "\"pint_jurisdiction\": \"US-ILLINOIS\",", "pint_jurisdiction", "is longer than 10")]
    [InlineData("\"set\": \"pint_jurisdictionrules\"", "\"set\": \"pint_rules\"", "set", "No table has the set 'pint_rules'")]
    [InlineData(Federal, "\"pint_key\": \"ALL|JURISDICTION|US|FEDERAL|RETAINAGE-CAP\",", "pint_key", "Another row of the set has this key")]
    [InlineData("\"rows\"", "\"row\"", "the file", "nothing else")]
    [InlineData("\"rows\": [", "\"rows\": [ 1,", "row 1", "an object of columns")]
    public void What_is_wrong_with_a_row_is_named_with_file_row_and_column(string text, string replacement, string element, string words)
    {
        using SourceCopy copy = new();
        copy.Replace(Rules, text, replacement);
        Finding finding = copy.VerifyRows()[0];
        Assert.Equal("data/jurisdiction-rules.json", finding.File);
        Assert.EndsWith(element, finding.Element, StringComparison.Ordinal);
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_none_is_refused()
    {
        using SourceCopy copy = new();
        copy.Replace(Rules, "\"pint_effectivefrom\": \"2", "\"pint_effectivefrom\": \"12");
        Assert.Contains("is not a date such as", Assert.Single(copy.VerifyRows()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_that_overlap_are_named()
    {
        using SourceCopy copy = new();
        copy.Replace(
            Rules,
            "\"pint_jurisdiction\": \"US-AL\",\n      \"pint_jurisdictionrulekind\": 723100000,\n      \"pint_projectsector\": 723100000,",
            "\"pint_jurisdiction\": \"US-AL\",\n      \"pint_jurisdictionrulekind\": 723100000,"
        );
        Finding finding = Assert.Single(copy.VerifyRows());
        Assert.Equal("two rules", finding.Element);
        Assert.Contains("ALL|JURISDICTION|US-AL|PRIVATE|RETAINAGE-CAP", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("ALL|JURISDICTION|US-AL|PUBLIC|RETAINAGE-CAP", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rows_is_missed()
    {
        using SourceCopy copy = new();
        Assert.Contains(
            "It holds no row",
            Assert.Single(ShippedRows.Read(Path.Combine(copy.Root, "nowhere")).Unreadable).Sentence,
            StringComparison.Ordinal
        );
    }
}
