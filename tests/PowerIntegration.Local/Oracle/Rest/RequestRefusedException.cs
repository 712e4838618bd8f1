using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Ends a request that is refused. The endpoint is the one place that catches it and writes the error body.</summary>
internal sealed class RequestRefusedException : Exception
{
    public RequestRefusedException(int status, IReadOnlyList<Problem> problems)
        : base(string.Join("\n", problems.Select(problem => problem.Detail)))
    {
        Status = status;
        Problems = problems;
        IsNotSimulated = problems.Any(problem => problem.IsNotSimulated);
    }

    public int Status { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>
    /// True where Oracle may well answer and only the simulator does not; such refusals are kept, so that no one takes them for Oracle's.
    /// </summary>
    public bool IsNotSimulated { get; }

    /// <summary>The current entity tag of a record whose precondition failed.</summary>
    public string? EntityTag { get; private init; }

    public static RequestRefusedException BadRequest(string detail, string? path = null) =>
        new(StatusCodes.Status400BadRequest, [new Problem(detail, path)]);

    public static RequestRefusedException NotFound(string detail) => new(StatusCodes.Status404NotFound, [new Problem(detail)]);

    public static RequestRefusedException NotSimulated(int status, string what) => new(status, [Problem.NotSimulated(what)]);

    public static RequestRefusedException PreconditionFailed(string detail, string entityTag) =>
        new(StatusCodes.Status412PreconditionFailed, [new Problem(detail)]) { EntityTag = entityTag };

    /// <summary>Refuses with every problem found so far; does nothing where there is none.</summary>
    public static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, problems);
        }
    }
}
