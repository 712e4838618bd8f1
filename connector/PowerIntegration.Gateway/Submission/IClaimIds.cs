namespace PowerIntegration.Gateway.Submission;

/// <summary>Gives each submission the name under which it claims a document. No two calls, on whatever machine, may get the same one.</summary>
public interface IClaimIds
{
    /// <summary>The next name, at most 100 characters.</summary>
    string Next();
}
