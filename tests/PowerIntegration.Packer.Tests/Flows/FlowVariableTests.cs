using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Parameters of flows that are environment variables.</summary>
public sealed class FlowVariableTests
{
    private const string Flow = "Workflows/Any-0E90B7C7-8398-5C1D-B77F-4D2805B02EDC.json";

    [Theory]
    [InlineData("Adress (pint_Address)", "String", "100000000", "Rename it to 'Address (pint_Address)'")]
    [InlineData("pint_Address", "String", "100000000", "Rename it to 'Address (pint_Address)'")]
    [InlineData("Address (pint_Address)", "Int", "100000000", "Write String")]
    [InlineData("Address (pint_Address)", "String", "100000001", "Write Int")]
    [InlineData("Address (pint_Address)", "Object", "100000002", "Write Bool")]
    [InlineData("Address (pint_Address)", "String", "100000003", "Write Object or Array")]
    [InlineData("Address (pint_Address)", "String", "100000005", "A secret cannot be a parameter")]
    public void A_parameter_that_does_not_fit_its_variable(string name, string type, string variable, string words) =>
        Expect.Finding(Findings(name, type, variable), Flow, $"parameters/{name}", words);

    [Theory]
    [InlineData("Address (pint_Address)", "String", "100000000")]
    [InlineData("Address", "String", "100000000")]
    [InlineData("Address (pint_Address)", "Array", "100000003")]
    public void A_parameter_that_fits_its_variable(string name, string type, string variable) =>
        Assert.DoesNotContain(Findings(name, type, variable), finding => finding.Element == $"parameters/{name}");

    private static IReadOnlyList<Finding> Findings(string name, string type, string variable)
    {
        using SmallSolution solution = new();
        return solution
            .With(
                Flow,
                $$"""
                { "properties": { "definition": { "parameters": {
                  "{{name}}": { "type": "{{type}}", "metadata": { "schemaName": "pint_Address" } } } } } }
                """
            )
            .With(Flow + ".data.xml", $"<Workflow Name=\"Any\"><JsonFileName>/{Flow}</JsonFileName><Category>5</Category></Workflow>")
            .With(
                "environmentvariabledefinitions/pint_Address/environmentvariabledefinition.xml",
                $"""
                <environmentvariabledefinition schemaname="pint_Address">
                  <displayname default="Address" />
                  <type>{variable}</type>
                </environmentvariabledefinition>
                """
            )
            .Findings();
    }
}
