using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Reads every log line and every exception, and notes those that hold a secret. Thread-safe.</summary>
internal sealed class SecretWatch(ConcurrentQueue<string> broken) : ILoggerFactory, ILogger
{
    private static readonly string[] Secrets =
        ["prompt-of-call", "answer-of-call", SimulatedIdentity.SecretKey, "token/of+generation", Uri.EscapeDataString("token/of+generation"), "AWS4-HMAC"];

    public void Read(string what, string? text)
    {
        if (text is not null && Secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            broken.Enqueue($"{what} shows '{found}'");
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Read($"log message {eventId.Id}", formatter(state, exception) + exception);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Dispose()
    {
    }
}
