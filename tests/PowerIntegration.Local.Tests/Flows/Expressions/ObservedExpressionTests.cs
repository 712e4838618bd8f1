using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Expressions;

public sealed class ObservedExpressionTests(ITestOutputHelper output)
{
    // What Microsoft documents and one simulator answers otherwise. The documentation wins here.
    private static readonly Dictionary<string, string> DocumentedContradictions = new()
    {
        ["@endsWith('Hello World','WORLD')"] = "true",
        ["@startsWith('Hello World','hello')"] = "true",
        ["@indexOf('Hello World','WORLD')"] = "6",
        ["@lastIndexOf('world Hello World','WORLD')"] = "12",
    };

    [Fact]
    public void Every_expression_observed_on_a_host_gives_the_observed_value()
    {
        var path = RepositoryFiles.Contract("wdl-observed.json");
        Assert.SkipWhen(path is null, "The observed expressions, ../shared/contracts/wdl-observed.json, are not on this machine.");
        var cases = (JsonArray)JsonText.Parse(File.ReadAllText(path!))!["cases"]!;
        var passed = 0;
        var differences = new List<string>();
        foreach (var @case in cases)
        {
            var expression = @case!["expr"]!.GetValue<string>();
            var expected = @case["error"] is null ? CompactJson.Write(@case["result"]) : "error";
            var actual = Result(expression);
            passed += actual == expected ? 1 : 0;
            if (actual != expected && !DocumentedContradictions.ContainsKey(expression))
            {
                differences.Add($"{expression} gave {actual} instead of {expected}");
            }
        }

        output.WriteLine(
            $"{passed} of {cases.Count} observed expressions give the observed value; "
                + $"{DocumentedContradictions.Count} documented contradictions are tested apart."
        );
        Assert.Empty(differences);
        Assert.Equal(808, cases.Count);
    }

    [Fact]
    public void The_four_searches_ignore_case_as_documented()
    {
        foreach (var (expression, expected) in DocumentedContradictions)
        {
            Assert.Equal(expected, Result(expression));
        }
    }

    private static string Result(string expression)
    {
        try
        {
            return CompactJson.Write(PlainScope.Evaluate(expression));
        }
        catch (ExpressionException)
        {
            return "error";
        }
    }
}
