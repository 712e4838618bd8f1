using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Procore;

/// <summary>A list has more pages than its reader takes.</summary>
internal sealed class ListTooLongException : IntegrationException
{
    /// <summary>Says which list, and how long it is.</summary>
    public ListTooLongException(string list, int pages, int pagesMax)
        : base(ProblemCatalog.ProcoreAnswerUnreadable, Sentence(list, pages, pagesMax)) { }

    private static string Sentence(string list, int pages, int pagesMax) =>
        $"Procore has {pages} or more pages of {list}, but at most {pagesMax} can be read. Ask the integration administrator to raise the page size.";
}
