using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>The one place where an exception becomes an answer.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            Log.CallerLeft(logger, httpContext.Request.Path);
            return true;
        }

        if (exception is RemoteThrottledException { RetryAfter: { } wait })
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        switch (exception)
        {
            case IntegrationException refused:
                Log.Refused(logger, refused.InnerException, refused.Kind.Code, refused.Message);
                await ProblemWriter.WriteAsync(httpContext, refused.Kind, refused.Message);
                return true;
            case BadHttpRequestException unreadable:
                Log.Refused(logger, null, ProblemCatalog.RequestUnreadable.Code, unreadable.Message);
                await ProblemWriter.WriteAsync(
                    httpContext,
                    KindOf(unreadable),
                    "The input of the operation is not valid. Check the values that the flow passes to this step."
                );
                return true;
            default:
                Log.Unexpected(logger, exception, httpContext.Request.Path);
                await ProblemWriter.WriteAsync(
                    httpContext,
                    ProblemCatalog.Unexpected,
                    $"Unexpected error. Contact support with trace ID {ProblemWriter.TraceId(httpContext)}."
                );
                return true;
        }
    }

    private static ProblemKind KindOf(BadHttpRequestException exception) =>
        exception.StatusCode == StatusCodes.Status415UnsupportedMediaType ? ProblemCatalog.ContentTypeUnknown : ProblemCatalog.RequestUnreadable;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Refused with {Code}: {Sentence}")]
        public static partial void Refused(ILogger logger, Exception? cause, string code, string sentence);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Unexpected error in {Path}")]
        public static partial void Unexpected(ILogger logger, Exception exception, string path);

        [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "The caller of {Path} did not wait for the answer")]
        public static partial void CallerLeft(ILogger logger, string path);
    }
}
