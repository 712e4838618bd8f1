using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Texts for people are in languages that the solution declares, one for each, and always in its base language.</summary>
internal static class LanguageCheck
{
    // Site maps write it the second way.
    private static readonly XName[] Attributes = ["languagecode", "LCID"];

    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        SourceElement[] declared = [.. solution.Customizations.Below("Languages", "Language")];
        string[] languages = [.. declared.Select(language => language.Element.Value)];
        SourceElement root = solution.Manifest.At(solution.Manifest.Element.Parent ?? solution.Manifest.Element);
        string baseLanguage = root.Attribute("languagecode");
        return
        [
            .. declared
                .Repeated(language => language.Element.Value)
                .Select(language => language.Says($"The language {language.Element.Value} is declared twice. Remove one.")),
            .. Base(root, languages),
            .. from file in solution.Files
            where file.EndsWith(".xml", StringComparison.Ordinal) && solution.IsRead(file)
            from set in Sets(solution.Xml(file))
            from finding in Set(set, languages, baseLanguage, solution.IsOwn)
            select finding,
        ];
    }

    private static IEnumerable<Finding> Base(SourceElement root, string[] languages)
    {
        string language = root.Attribute("languagecode");
        if (language.Length > 0 && !languages.Contains(language))
        {
            yield return root.Says($"The base language {language} is not declared in Customizations.xml. Add it to Languages.");
        }
    }

    // A set is the element whose children differ in their language.
    private static IEnumerable<SourceElement> Sets(SourceElement file) =>
        file.Element.Descendants().Where(element => LanguageOf(element) is not null).Select(label => label.Parent!).Distinct().Select(file.At);

    private static IEnumerable<Finding> Set(SourceElement set, string[] languages, string baseLanguage, bool isOwn)
    {
        // What another publisher exported may name no languages at all.
        bool mustDeclare = isOwn || languages.Length > 0;
        SourceElement[] labels = [.. set.Element.Elements().Where(child => LanguageOf(child) is not null).Select(set.At)];
        foreach (SourceElement label in labels.Repeated(label => LanguageOf(label.Element) ?? ""))
        {
            yield return label.Says($"The language {LanguageOf(label.Element)} appears twice. Keep one text for each language.");
        }

        foreach (SourceElement label in labels.Where(label => mustDeclare && !languages.Contains(LanguageOf(label.Element))))
        {
            yield return label.Says(
                $"The language {LanguageOf(label.Element)} is not declared in Customizations.xml. "
                    + $"Add it to Languages or write one of {string.Join(", ", languages)}."
            );
        }

        if (isOwn && labels.All(label => LanguageOf(label.Element) != baseLanguage))
        {
            yield return set.Says($"The text in the base language {baseLanguage} is missing. Add it.");
        }
    }

    private static string? LanguageOf(XElement element) => (element.Attribute(Attributes[0]) ?? element.Attribute(Attributes[1]))?.Value;
}
