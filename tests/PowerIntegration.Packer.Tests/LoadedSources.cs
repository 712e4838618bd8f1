using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>
/// The shipped sources, loaded once for a test class. A fault is put into them in memory, looked at, and taken out again.
/// Every case verifies all of them, so the columns that neither a case nor a flow needs are left out, and with them the app, which shows them.
/// </summary>
public sealed class LoadedSources
{
    private static readonly string[] NeededColumns =
    [
        "pint_Key",
        "pint_Name",
        "pint_ApprovalState",
        "pint_ApprovedOn",
        "pint_CertifiedPayment",
        "pint_Decisions",
        "pint_DocumentState",
        "pint_DocumentType",
        "pint_EventState",
        "pint_FinalInvoice",
        "pint_GrossToDate",
        "pint_Message",
        "pint_OpeningEnteredBy",
        "pint_OpeningEnteredById",
        "pint_OpeningSignedById",
        "pint_OwnerDays",
        "pint_PeriodStart",
        "pint_ProcoreLineId",
        "pint_Rate",
        "pint_ReadOn",
        "pint_RecordType",
        "pint_Revision",
        "pint_RuleState",
        "pint_Watermark",
    ];

    private static readonly string[] FoldersOfApp =
    [
        "/FormXml/",
        "/SavedQueries/",
        "/Visualizations/",
        "Dashboards/",
        "AppModules/",
        "AppModuleSiteMaps/",
        "RibbonDiff.xml",
        "WebResources/",
    ];
    private static readonly string[] TypesOfApp = ["60", "61", "62", "80"];

    private readonly UnpackedSolution[] solutions =
    [
        .. Repository.Solutions().Select(solution => UnpackedSolution.Read(solution.Folder, file => !FoldersOfApp.Any(file.Contains))),
    ];

    public LoadedSources()
    {
        UnpackedSolution core = solutions[1];
        core.Manifest.Below("RootComponents", "RootComponent")
            .Where(component => TypesOfApp.Contains(component.Attribute("type")))
            .Select(component => component.Element)
            .Remove();
        foreach (XElement column in core.XmlIn("Entities", ".xml").SelectMany(table => table.Element.Descendants("attribute").ToArray()))
        {
            bool isNeeded =
                column.Element("Type")!.Value is "primarykey" or "lookup" || NeededColumns.Contains(column.Attribute("PhysicalName")!.Value);
            if (!isNeeded)
            {
                column.Remove();
            }
        }

        foreach (XElement list in core.XmlIn("SdkMessageProcessingSteps", ".xml").SelectMany(step => step.Element.Elements("FilteringAttributes")))
        {
            list.Value = "pint_name,pint_key";
        }

        Assert.Empty(SolutionVerifier.VerifyForLoading(solutions));
    }

    /// <summary>Asserts that a fault is found, by the file it is in and its place.</summary>
    /// <param name="file">Solution folder and file, such as core/Other/Solution.xml.</param>
    /// <param name="path">Path of the fault.</param>
    /// <param name="change">What happens there; see <see cref="Fault"/>.</param>
    /// <param name="place">Part of the place that the finding names.</param>
    /// <param name="words">Part of its sentence.</param>
    public void Finds(string file, string path, string change, string place, string words)
    {
        string inSolution = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..];
        IReadOnlyList<Finding> findings = With(file, path, change);
        Assert.True(
            findings.Any(finding =>
                finding.File == inSolution
                && finding.Element.Contains(place, StringComparison.Ordinal)
                && finding.Sentence.Contains(words, StringComparison.Ordinal)
            ),
            findings.Count == 0 ? "Nothing was found." : string.Join('\n', findings)
        );
    }

    /// <summary>What is found in the sources with a fault.</summary>
    public IReadOnlyList<Finding> With(string file, string path, string change)
    {
        XElement root = Root(file);
        XElement before = new(root);
        try
        {
            Fault.Put(root, path, change);
            return SolutionVerifier.VerifyForLoading(solutions);
        }
        finally
        {
            root.Name = before.Name;
            root.ReplaceAll(before.Attributes(), before.Nodes());
        }
    }

    private XElement Root(string file)
    {
        string[] parts = file.Split('/', 2);
        return solutions.Single(solution => Path.GetFileName(solution.Folder) == parts[0]).Xml(parts[1]).Element;
    }
}
