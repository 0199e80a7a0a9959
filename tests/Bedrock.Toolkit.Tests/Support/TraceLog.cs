using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Takes every log line of the clients under test, at Trace, and keeps those that hold a secret.</summary>
internal sealed class TraceLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _leaks = new();
    private readonly ConcurrentDictionary<int, int> _lines = new();

    /// <summary>The log of every client that <see cref="TestClient"/> and the fault tests make.</summary>
    public static TraceLog Shared { get; } = new();

    /// <summary>What stands in the prompts, answers, credentials and headers of the tests, and must not stand in a log.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        Echo.Prompt, TestClient.SecretKey, TestClient.Token, SecretAnswer, "what the server says", "Why is the sky blue?",
        "key-of-env", "key-in-code", "secret-of-env", "the-key", "secret-of-provider", "url-secret", "query-secret", "secret-metadata",
        "Bearer ", "AWS4-HMAC-SHA256", "Signature=", "x-amz-security-token", "aws4_request",
    ];

    /// <summary>Text for the answers of fault tests.</summary>
    public const string SecretAnswer = "secret-answer-of-the-model";

    /// <summary>The lines that hold a secret.</summary>
    public IReadOnlyList<string> Leaks => [.. _leaks];

    /// <summary>How many lines were logged, by event id.</summary>
    public IReadOnlyDictionary<int, int> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.AddOrUpdate(eventId.Id, 1, (_, count) => count + 1);
        IEnumerable<string?> values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? pairs.Select(p => p.Value?.ToString()) : [];
        string all = $"{formatter(state, exception)}\n{exception}\n{string.Join('\n', values)}";
        if (Secrets.Any(secret => all.Contains(secret, StringComparison.OrdinalIgnoreCase)))
        {
            _leaks.Enqueue(all);
        }
    }

    public void Dispose()
    {
    }
}
