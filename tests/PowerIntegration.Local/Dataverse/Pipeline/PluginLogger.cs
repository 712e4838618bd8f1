using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.PluginTelemetry;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>The telemetry logger of a plug-in; what it writes is kept with the trace.</summary>
internal sealed class PluginLogger : ILogger
{
    private readonly ITracingService trace;

    public PluginLogger(ITracingService trace) => this.trace = trace;

    public IDisposable BeginScope<TState>(TState state) => new Scope();

    public IDisposable BeginScope(string messageFormat, params object[] args) => new Scope();

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter) =>
        Write(logLevel, formatter(state, exception), []);

    public void Log(LogLevel logLevel, EventId eventId, Exception exception, string message, params object[] args) =>
        Write(logLevel, message, args, exception);

    public void Log(LogLevel logLevel, EventId eventId, string message, params object[] args) => Write(logLevel, message, args);

    public void Log(LogLevel logLevel, Exception exception, string message, params object[] args) => Write(logLevel, message, args, exception);

    public void Log(LogLevel logLevel, string message, params object[] args) => Write(logLevel, message, args);

    public void LogCritical(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Critical, message, args, exception);

    public void LogCritical(EventId eventId, string message, params object[] args) => Write(LogLevel.Critical, message, args);

    public void LogCritical(Exception exception, string message, params object[] args) => Write(LogLevel.Critical, message, args, exception);

    public void LogCritical(string message, params object[] args) => Write(LogLevel.Critical, message, args);

    public void LogDebug(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Debug, message, args, exception);

    public void LogDebug(EventId eventId, string message, params object[] args) => Write(LogLevel.Debug, message, args);

    public void LogDebug(Exception exception, string message, params object[] args) => Write(LogLevel.Debug, message, args, exception);

    public void LogDebug(string message, params object[] args) => Write(LogLevel.Debug, message, args);

    public void LogError(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Error, message, args, exception);

    public void LogError(EventId eventId, string message, params object[] args) => Write(LogLevel.Error, message, args);

    public void LogError(Exception exception, string message, params object[] args) => Write(LogLevel.Error, message, args, exception);

    public void LogError(string message, params object[] args) => Write(LogLevel.Error, message, args);

    public void LogInformation(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Information, message, args, exception);

    public void LogInformation(EventId eventId, string message, params object[] args) => Write(LogLevel.Information, message, args);

    public void LogInformation(Exception exception, string message, params object[] args) => Write(LogLevel.Information, message, args, exception);

    public void LogInformation(string message, params object[] args) => Write(LogLevel.Information, message, args);

    public void LogTrace(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Trace, message, args, exception);

    public void LogTrace(EventId eventId, string message, params object[] args) => Write(LogLevel.Trace, message, args);

    public void LogTrace(Exception exception, string message, params object[] args) => Write(LogLevel.Trace, message, args, exception);

    public void LogTrace(string message, params object[] args) => Write(LogLevel.Trace, message, args);

    public void LogWarning(EventId eventId, Exception exception, string message, params object[] args) =>
        Write(LogLevel.Warning, message, args, exception);

    public void LogWarning(EventId eventId, string message, params object[] args) => Write(LogLevel.Warning, message, args);

    public void LogWarning(Exception exception, string message, params object[] args) => Write(LogLevel.Warning, message, args, exception);

    public void LogWarning(string message, params object[] args) => Write(LogLevel.Warning, message, args);

    public void LogMetric(string metricName, long value) => trace.Trace(string.Create(CultureInfo.InvariantCulture, $"Metric {metricName} {value}"));

    public void LogMetric(string metricName, IDictionary<string, string> metricDimensions, long value) => LogMetric(metricName, value);

    public void AddCustomProperty(string propertyName, string propertyValue) => trace.Trace($"Property {propertyName} {propertyValue}");

    public void Execute(string activityName, Action action, IEnumerable<KeyValuePair<string, string>>? additionalCustomProperties = null) => action();

    public Task ExecuteAsync(string activityName, Func<Task> action, IEnumerable<KeyValuePair<string, string>>? additionalCustomProperties = null) =>
        action();

    // Messages are templates with named holes; the values follow the text.
    private void Write(LogLevel level, string message, object[] args, Exception? exception = null) =>
        trace.Trace($"{level} {message} {string.Join(", ", args)} {exception?.Message}".TrimEnd());

    private sealed class Scope : IDisposable
    {
        public void Dispose() { }
    }
}
