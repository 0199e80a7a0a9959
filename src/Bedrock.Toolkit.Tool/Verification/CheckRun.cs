using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>What a check works with while it runs. For one check; disposed, it writes the cassette.</summary>
internal sealed class CheckRun : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly List<IDisposable> _owned = [];
    private readonly Witness _witness;
    private readonly Cassette? _cassette;
    private int _sent;

    public CheckRun(VerifySettings settings, VerifyCheck check, Witness witness, ReportScrubber scrubber, CancellationToken token)
    {
        Settings = settings;
        Token = token;
        Meter = new CallMeter(check.Calls);
        _witness = witness;
        if (settings.Report is { } folder)
        {
            // Only what is called now: an older recording would be played.
            string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "cassettes")).FullName, check.Id + ".json");
            File.Delete(path);
            _cassette = Cassette.Record(path, CassetteMode.Once, new CassetteOptions { Rewrite = scrubber.HideSettings });
        }
    }

    public VerifySettings Settings { get; }

    public CancellationToken Token { get; }

    public CallMeter Meter { get; }

    /// <summary>A client with the settings of the run.</summary>
    public IBedrockClient Client => field ??= Create();

    /// <summary>How many HTTP requests were sent.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Options of the run, for clients of other kinds.</summary>
    public BedrockClientOptions CreateOptions(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions
        {
            Region = Settings.Region,
            Profile = Settings.Profile,
            ServiceUrl = Settings.Endpoint,
            AllowApiKeyOverHttpLoopback = Settings.Endpoint is { IsLoopback: true },
            OverallTimeout = Longest,
            HandlerFactory = CreateHandler,
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A client with settings of its own.</summary>
    public IBedrockClient Create(Action<BedrockClientOptions>? configure = null) => new MeteredClient(Own(new BedrockClient(CreateOptions(configure))), Meter);

    /// <summary>Keeps something until the end of the check.</summary>
    public T Own<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }

    /// <summary>Ends the check when something is not as it should be.</summary>
    /// <param name="holds">Whether it is.</param>
    /// <param name="expected">What it should be, in words.</param>
    /// <param name="observed">What it is; nothing of an answer.</param>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static void Expect([DoesNotReturnIf(false)] bool holds, string expected, string observed)
    {
        if (!holds)
        {
            throw new CheckFailedException(expected, observed);
        }
    }

    /// <summary>Holds an answer to what all answers have: a text, counted tokens, the id of the request.</summary>
    public static void ExpectAnswer(string? text, BedrockResponse answer)
    {
        Expect(!string.IsNullOrWhiteSpace(text), "an answer with text", "an answer without text");
        ExpectTokens(answer.TokenUsage);
        Expect(!string.IsNullOrEmpty(answer.Metadata?.RequestId), "the id of the request in the metadata", "none");
    }

    /// <summary>Holds the counts of an answer to being there and adding up.</summary>
    public static void ExpectTokens(TokenUsage? usage)
    {
        Expect(usage is { InputTokens: > 0, OutputTokens: > 0 }, "tokens read and written, both counted",
            $"{Count(usage?.InputTokens)} read, {Count(usage?.OutputTokens)} written");
        int sum = (usage!.InputTokens ?? 0) + (usage.OutputTokens ?? 0) + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0);
        Expect(usage.TotalTokens == sum, $"a total of {sum} tokens, the sum of the parts", Count(usage.TotalTokens));
    }

    /// <summary>A count in words.</summary>
    public static string Count(long? count) => count is { } number ? number.ToString(CultureInfo.InvariantCulture) : "no count";

    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
        {
            owned.Dispose();
        }

        _cassette?.Dispose();
    }

    private HttpMessageHandler CreateHandler()
    {
        HttpMessageHandler inner = Settings.CreateHandler?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false };
        inner = _witness.Over(inner, () => Interlocked.Increment(ref _sent));
        return _cassette is null ? inner : _cassette.CreateHandler(inner);
    }
}
