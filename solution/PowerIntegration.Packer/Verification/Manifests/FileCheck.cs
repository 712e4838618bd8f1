using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Every file of a solution has a known place. One without would be left out of the package, or packed without being checked.</summary>
internal static class FileCheck
{
    // They lie at any depth under any name; that each is named by its metadata is asked elsewhere.
    private const string WebResources = "WebResources/";

    // A star stands for any name between two slashes.
    private static readonly string[] Known =
    [
        "Other/Solution.xml",
        "Other/Customizations.xml",
        "Other/Relationships.xml",
        "Other/Relationships/*.xml",
        "Other/FieldSecurityProfiles.xml",
        "Other/RibbonCustomizations.xml",
        "Other/SiteMap.xml",
        "Entities/*/Entity.xml",
        "Entities/*/RibbonDiff.xml",
        "Entities/*/FormXml/*/*.xml",
        "Entities/*/SavedQueries/*.xml",
        "Entities/*/Visualizations/*.xml",
        "Dashboards/*.xml",
        "AppModules/*/AppModule.xml",
        "AppModuleSiteMaps/*/AppModuleSiteMap.xml",
        "appactions/*/appaction.xml",
        "OptionSets/*.xml",
        "Roles/*.xml",
        "Workflows/*.json",
        "Workflows/*.json.data.xml",
        "PluginAssemblies/*/*.dll.data.xml",
        "SdkMessageProcessingSteps/*.xml",
        "Connectors/*.xml",
        "Connectors/*.json",
        "customapis/*/customapi.xml",
        "customapis/*/customapirequestparameters/*/customapirequestparameter.xml",
        "customapis/*/customapiresponseproperties/*/customapiresponseproperty.xml",
        "environmentvariabledefinitions/*/environmentvariabledefinition.xml",
        "environmentvariabledefinitions/*/environmentvariablevalues.json",
    ];

    private static readonly string[][] Patterns = [.. Known.Select(pattern => pattern.Split('/'))];

    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    /// <summary>True for a folder of which files are supported here.</summary>
    public static bool KnowsFolder(string folder) => folder + "/" == WebResources || Patterns.Any(pattern => pattern[0] == folder.Split('/')[0]);

    private static IEnumerable<Finding> Find(UnpackedSolution solution) =>
        from file in solution.Files
        where !file.StartsWith(WebResources, StringComparison.Ordinal) && !Patterns.Any(pattern => Fits(file.Split('/'), pattern))
        select new Finding(file, "the file", $"{Fault(file)} Remove it, or correct its name and folder.");

    private static string Fault(string file) =>
        file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? "Assemblies are built and packed, and none belongs in the source."
        : Patterns.Any(pattern => pattern[0] == file.Split('/')[0]) ? "Files of this name are not known in this folder."
        : $"Components of the folder '{file.Split('/')[0]}' are not supported here.";

    private static bool Fits(string[] file, string[] pattern) =>
        file.Length == pattern.Length && file.Zip(pattern).All(pair => FitsPart(pair.First, pair.Second));

    private static bool FitsPart(string name, string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? name == pattern : name.Length >= pattern.Length && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }
}
