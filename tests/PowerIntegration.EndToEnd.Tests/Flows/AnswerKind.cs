namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>What a failing step of a flow may get, and what is none of it.</summary>
public enum AnswerKind
{
    /// <summary>A page for browsers, with 403.</summary>
    Page,

    /// <summary>Nothing, with 500.</summary>
    Nothing,

    /// <summary>A text, with 502.</summary>
    PlainText,

    /// <summary>A problem of the gateway, with 422: a refusal.</summary>
    Problem,

    /// <summary>A list, with 400.</summary>
    List,

    /// <summary>A number, with 500.</summary>
    Number,

    /// <summary>An object whose fields are of other types, with 422.</summary>
    OtherFields,

    /// <summary>No answer at all.</summary>
    Silence,

    /// <summary>An answer that comes after the time of the step.</summary>
    Late,
}
