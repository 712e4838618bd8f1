using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Flows.Registration;

/// <summary>A flow has two files that name each other, and says what import needs to know of it.</summary>
internal static class RegistrationCheck
{
    private const string CloudFlowCategory = "5";

    /// <summary>What is wrong in all solutions.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution =>
            solution.XmlIn("Workflows", CloudFlow.RecordEnding).SelectMany(record => Find(solution, record)).Concat(Alone(solution))
        );

    private static IEnumerable<Finding> Find(UnpackedSolution solution, SourceElement record)
    {
        string name = record.Attribute("Name");
        if (record.Text("Category") != CloudFlowCategory)
        {
            return
            [
                record.Says(
                    $"Workflow[{name}]/Category",
                    $"The category is '{record.Text("Category")}', and only cloud flows are supported here. Write {CloudFlowCategory}."
                ),
            ];
        }

        return
        [
            .. ShapeCheck.Find(record, WorkflowShape.Root, solution.IsOwn),
            .. Files(solution, record, name),
            .. State(record, name),
            .. Label(record, name),
        ];
    }

    private static IEnumerable<Finding> Files(UnpackedSolution solution, SourceElement record, string name)
    {
        string file = record.File[..^CloudFlow.RecordEnding.Length];
        if (record.Text("JsonFileName") != "/" + file || !solution.Has(file))
        {
            yield return record.Says(
                $"Workflow[{name}]/JsonFileName",
                $"JsonFileName is '{record.Text("JsonFileName")}'; it must name the file beside this one: /{file}. Correct it or add the file."
            );
        }

        string id = record.Attribute("WorkflowId");
        if (
            !Guid.TryParseExact(id, "B", out Guid parsed)
            || !file.EndsWith($"-{parsed.ToString("D").ToUpperInvariant()}.json", StringComparison.Ordinal)
        )
        {
            yield return record.Says(
                $"Workflow[{name}]/WorkflowId",
                $"WorkflowId is '{id}'. It is a GUID in braces, and the file names end with it in capitals, before .json. Make them agree."
            );
        }
    }

    private static IEnumerable<Finding> State(SourceElement record, string name)
    {
        string state = record.Text("StateCode");
        string status = record.Text("StatusCode");
        if ((state, status) is not (("0", "1") or ("1", "2")))
        {
            yield return record.Says(
                $"Workflow[{name}]/StatusCode",
                $"StateCode {state} does not go with StatusCode {status}. Write 1 and 2 for a flow that is on, 0 and 1 for a draft."
            );
        }
    }

    private static IEnumerable<Finding> Label(SourceElement record, string name) =>
        record
            .Element.Descendants("LocalizedName")
            .Where(label => (string?)label.Attribute("languagecode") == "1033" && (string?)label.Attribute("description") != name)
            .Select(label =>
                record.Says(
                    $"Workflow[{name}]/LocalizedNames",
                    $"The label '{(string?)label.Attribute("description")}' differs from the name '{name}'. Make them the same."
                )
            );

    private static IEnumerable<Finding> Alone(UnpackedSolution solution) =>
        solution
            .FilesIn("Workflows", ".json")
            .Where(file => !solution.Has(file + CloudFlow.RecordEnding))
            .Select(file => new Finding(
                file,
                "the file",
                $"No file {file}{CloudFlow.RecordEnding} registers this flow, so import would ignore it. Add that file."
            ));
}
