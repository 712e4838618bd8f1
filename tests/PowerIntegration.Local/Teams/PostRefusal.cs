namespace PowerIntegration.Local.Teams;

/// <summary>Why Teams does not take a post.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record PostRefusal(int Status, string Code, string Sentence)
{
    internal static PostRefusal BadRequest(string sentence) => new(400, "BadRequest", sentence);
}
