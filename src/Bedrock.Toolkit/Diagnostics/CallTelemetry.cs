using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>The span and the measurements of one call; exists only when somebody listens. No failure of a listener becomes one of the call. Used by
/// one thread at a time.</summary>
internal sealed partial class CallTelemetry
{
    private const string Provider = "aws.bedrock";

    private readonly CallSubject _subject;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _start;
    private readonly AnswerFacts _answer = new();
    private readonly bool _isStreaming;

    // Whether a span of another source tells of this call: ours then has only what that one cannot know.
    private readonly bool _isInner;
    private readonly bool _isMeasuredOutside;
    private Activity? _activity;
    private BedrockResponseMetadata? _metadata;
    private TokenUsage? _usage;
    private string? _host;
    private int _port;
    private long? _firstEvent;
    private long _lastEvent;
    private bool _ended;

    private CallTelemetry(CallSubject subject, bool isStreaming, TimeProvider time, ILogger logger)
    {
        _subject = subject;
        _isStreaming = isStreaming;
        _time = time;
        _logger = logger;
        _start = time.GetTimestamp();
        _isInner = OtherMeters.IsToldBy(Activity.Current, subject, Provider);
        _isMeasuredOutside = _isInner || subject.IsMeasuredOutside;
    }

    /// <summary>Begins the telemetry of a call; from an async method only, which ends with the span that was current before.</summary>
    /// <param name="subject">What the call is about.</param>
    /// <param name="body">The bytes of the request; only guardrail and request metadata are read from it.</param>
    /// <param name="isStreaming">Whether the answer is an event stream.</param>
    /// <param name="time">The clock of the client.</param>
    /// <param name="logger">Where a failure of a listener is told.</param>
    public static CallTelemetry Start(CallSubject subject, ReadOnlySpan<byte> body, bool isStreaming, TimeProvider time, ILogger logger)
    {
        var telemetry = new CallTelemetry(subject, isStreaming, time, logger);
        Activity? before = Activity.Current;
        try
        {
            telemetry.StartActivity(RequestFacts.Read(subject, body), body);
        }
        catch (Exception e)
        {
            Activity.Current = before;
            Log.TelemetryFailed(logger, e.GetType().Name);
        }

        return telemetry;
    }

    /// <summary>Takes where the requests go.</summary>
    public void Route(Uri address, string region)
    {
        _host = address.Host;
        _port = address.Port;
        _activity?.SetTag("server.address", _host);
        _activity?.SetTag("server.port", _port);
        _activity?.SetTag("cloud.region", region);
    }

    /// <summary>Takes that an attempt failed; <paramref name="delay"/> tells when the next one follows, null that none does.</summary>
    public void AttemptFailed(BedrockException failure, int attempt, TimeSpan? delay)
    {
        if (_activity is null)
        {
            return;
        }

        if (failure is BedrockThrottlingException)
        {
            _activity.AddEvent(new ActivityEvent("bedrock.throttled", tags: new() { ["bedrock.attempt"] = attempt, ["error.type"] = ErrorType(failure) }));
        }

        if (delay is { } wait)
        {
            _activity.AddEvent(new ActivityEvent(
                "bedrock.retry",
                    tags: new() { ["bedrock.attempt"] = attempt, ["error.type"] = ErrorType(failure), ["bedrock.retry.delay"] = wait.TotalSeconds }));
        }
    }

    /// <summary>Takes that the call waited for its turn in the token quota.</summary>
    public void WaitedForQuota(TimeSpan wait) =>
        _activity?.AddEvent(new ActivityEvent("bedrock.quota_wait", tags: new() { ["bedrock.wait"] = wait.TotalSeconds }));

    /// <summary>Takes a whole answer.</summary>
    public void Answered(BedrockResponseMetadata metadata, ReadOnlySpan<byte> body, TokenUsage? usage)
    {
        _metadata = metadata;
        _usage = usage;
        Read(body);
    }

    /// <summary>Takes what the headers of a stream, or its last event, tell.</summary>
    public void Answered(BedrockResponseMetadata? metadata) => _metadata = metadata ?? _metadata;

    /// <summary>Takes one event of a stream.</summary>
    public void Event(ReadOnlySpan<byte> json)
    {
        long now = _time.GetTimestamp();
        if (_firstEvent is null)
        {
            _firstEvent = now;
        }
        else
        {
            TagList tags = MetricTags(null);
            try
            {
                Record(Instruments.TimePerOutputChunk, _time.GetElapsedTime(_lastEvent, now).TotalSeconds, tags);
            }
            catch (Exception e)
            {
                Log.TelemetryFailed(_logger, e.GetType().Name);
            }
        }

        _lastEvent = now;
        Read(json);
    }

    /// <summary>Ends the call; does nothing the second time.</summary>
    /// <param name="failure">What it failed with; null when it did not.</param>
    /// <param name="isWhole">Whether the answer was read to its end.</param>
    public void End(Exception? failure, bool isWhole = true)
    {
        if (Interlocked.Exchange(ref _ended, true))
        {
            return;
        }

        try
        {
            _usage ??= TokenUsage.From(null, _metadata);
            Measure(failure);
        }
        catch (Exception e)
        {
            Log.TelemetryFailed(_logger, e.GetType().Name);
        }

        try
        {
            StopActivity(failure, isWhole);
        }
        catch (Exception e)
        {
            Log.TelemetryFailed(_logger, e.GetType().Name);
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        try
        {
            _answer.Read(json);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            // Whether the body is what it should be is told by the call itself; here it only tells nothing.
            Log.TelemetryFailed(_logger, e.GetType().Name);
        }
    }

    private static string ErrorType(Exception failure) =>
        (failure as BedrockServiceException)?.ErrorCode?.Value is { Length: > 0 } code ? code : failure.GetType().FullName!;
}
