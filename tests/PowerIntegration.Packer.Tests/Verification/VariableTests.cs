using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Environment variables: one that is in order, and each row with one fault in it.</summary>
public sealed class VariableTests
{
    private const string Folder = "environmentvariabledefinitions/pint_Days/";
    private const string File = Folder + "environmentvariabledefinition.xml";

    private const string Days = """
        <environmentvariabledefinition schemaname="pint_Days">
          <defaultvalue>30</defaultvalue>
          <description default="Days to keep."><label description="Days to keep." languagecode="1033" /></description>
          <displayname default="Days"><label description="Days" languagecode="1033" /></displayname>
          <introducedversion>0.1.0.0</introducedversion>
          <iscustomizable>1</iscustomizable>
          <isrequired>0</isrequired>
          <secretstore>0</secretstore>
          <type>100000001</type>
        </environmentvariabledefinition>
        """;

    [Fact]
    public void A_variable_that_is_in_order()
    {
        using SmallSolution solution = new();
        Assert.Empty(solution.With(File, Days).Findings());
    }

    [Theory]
    [InlineData("<defaultvalue>30", "<defaultvalue>thirty", "Write a number with a point for the decimals")]
    [InlineData("<defaultvalue>30", "<defaultvalue>1,5", "Write a number with a point for the decimals")]
    [InlineData("<defaultvalue>30", "<defaultvalue>", "The value is ''")]
    [InlineData("100000001", "100000002", "The default '30' does not fit the type 100000002. Write yes or no.")]
    [InlineData("100000001", "100000005", "the path of a secret in a key vault")]
    [InlineData("100000001", "100000006", "100000000, 100000001")]
    [InlineData("100000001", "number", "100000000, 100000001")]
    [InlineData("<type>100000001</type>", "", "type is missing")]
    [InlineData("<isrequired>0", "<isrequired>no", "0 or 1")]
    [InlineData("<secretstore>0", "<secretstore>2", "0 or 1")]
    [InlineData("<isrequired>0</isrequired>", "<IsRequired>0</IsRequired>", "Name it isrequired.")]
    [InlineData("schemaname=\"pint_Days\"", "schemaname=\"pint_Weeks\"", "Give the variable and its folder the same name")]
    [InlineData("schemaname=\"pint_Days\"", "schemaname=\"doc_Days\"", "does not begin with pint_")]
    [InlineData("schemaname=\"pint_Days\"", "", "schemaname is missing")]
    [InlineData("<displayname default=\"Days\">", "<displayname>", "default is missing")]
    public void A_fault_in_a_definition(string text, string replacement, string words)
    {
        using SmallSolution solution = new();
        solution.With(File, Replaced(text, replacement)).Finds(File, words);
    }

    [Theory]
    [InlineData("<defaultvalue>30", "<defaultvalue>{ \"days\": ", "100000003", "Write JSON")]
    [InlineData("<defaultvalue>30", "<defaultvalue>true", "100000002", "Write yes or no")]
    [InlineData("<defaultvalue>30", "<defaultvalue>https://vault/secret", "100000005", "beginning with /subscriptions/")]
    public void A_default_that_does_not_fit_its_type(string text, string replacement, string type, string words)
    {
        using SmallSolution solution = new();
        solution.With(File, Replaced(text, replacement).Replace("100000001", type, StringComparison.Ordinal)).Finds(File, words);
    }

    [Fact]
    public void A_value_does_not_ship()
    {
        using SmallSolution solution = new();
        solution
            .With(File, Days)
            .With(Folder + "environmentvariablevalues.json", Value("45"))
            .Finds(Folder + "environmentvariablevalues.json", "enter the value at import");
    }

    [Theory]
    [InlineData("\"45\"", null)]
    [InlineData("\"soon\"", "Write a number")]
    [InlineData("45", "Write a number")]
    [InlineData("null", "Write a number")]
    public void A_value_of_another_publisher_fits_its_type(string value, string? words)
    {
        using SmallSolution solution = new("contoso");
        solution.With(File, Days).With(Folder + "environmentvariablevalues.json", Value(value.Trim('"'), value[0] == '"'));
        if (words is null)
        {
            Assert.Empty(solution.Findings());
        }
        else
        {
            solution.Finds(Folder + "environmentvariablevalues.json", words);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"environmentvariablevalues\":[]}")]
    public void A_values_file_of_another_shape(string json)
    {
        using SmallSolution solution = new("contoso");
        solution
            .With(File, Days)
            .With(Folder + "environmentvariablevalues.json", json)
            .Finds(Folder + "environmentvariablevalues.json", "does not fit");
    }

    private static string Replaced(string text, string replacement)
    {
        Assert.Contains(text, Days, StringComparison.Ordinal);
        return Days.Replace(text, replacement, StringComparison.Ordinal);
    }

    private static string Value(string value, bool quoted = true) =>
        "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"iscustomizable\":\"1\",\"value\":"
        + (quoted ? $"\"{value}\"" : value)
        + "}}}";
}
