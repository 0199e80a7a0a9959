using Bedrock.Toolkit.Testing.Conditions;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>What the simulated service sends back, before anybody writes it to a connection.</summary>
internal sealed class Answer
{
    public const string EventStreamType = "application/vnd.amazon.eventstream";
    private const string JsonType = "application/json";
    private const string ErrorTypeSuffix = ":http://internal.amazon.com/coral/com.amazon.bedrock/";
    private const int FirstByteMilliseconds = 30;
    private const int MillisecondsOfToken = 12;

    public int StatusCode { get; init; } = 200;

    public List<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body, unless there are frames.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The length to declare when it is not that of <see cref="Body"/>.</summary>
    public long? DeclaredLength { get; init; }

    /// <summary>The body piece by piece; null when it is sent as a whole.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>>? Frames { get; set; }

    /// <summary>The wait before anything is sent.</summary>
    public TimeSpan Delay { get; private set; }

    public AnswerEnd End { get; init; }

    /// <summary>Whether status and headers are sent at all; without them only the end counts.</summary>
    public bool HasHead { get; init; } = true;

    /// <summary>What an in-memory transport throws in place of an answer.</summary>
    public Exception? Failure { get; init; }

    /// <summary>A whole answer with its counts.</summary>
    public static Answer Json(ReadOnlyMemory<byte> body, int? inputTokens, int? outputTokens)
    {
        var answer = new Answer { Body = body };
        answer.Add("Content-Type", JsonType);
        answer.Add("x-amzn-bedrock-input-token-count", inputTokens);
        answer.Add("x-amzn-bedrock-output-token-count", outputTokens);
        answer.Add("x-amzn-bedrock-invocation-latency", Latency(outputTokens));
        return answer;
    }

    /// <summary>An event stream.</summary>
    public static Answer EventStream(IAsyncEnumerable<ReadOnlyMemory<byte>> frames, AnswerEnd end = AnswerEnd.Regular)
    {
        var answer = new Answer { Frames = frames, End = end };
        answer.Add("Content-Type", EventStreamType);
        answer.Add("X-Amzn-Bedrock-Content-Type", JsonType);
        return answer;
    }

    /// <summary>A body of any kind.</summary>
    public static Answer Raw(int statusCode, string contentType, ReadOnlyMemory<byte> body)
    {
        var answer = new Answer { StatusCode = statusCode, Body = body };
        answer.Add("Content-Type", contentType);
        return answer;
    }

    /// <summary>An error in the form of AWS.</summary>
    public static Answer Error(ServiceFailure failure)
    {
        byte[] body = SimulatedJson.Object(writer =>
        {
            writer.WriteString("message", failure.Message);
            if (failure.OriginalStatusCode is { } status)
            {
                writer.WriteNumber("originalStatusCode", status);
            }

            if (failure.ResourceName is { } resource)
            {
                writer.WriteString("resourceName", resource);
            }
        });
        Answer answer = Raw(failure.StatusCode, JsonType, body);
        if (failure.Code is { } code)
        {
            answer.Add("x-amzn-ErrorType", code + ErrorTypeSuffix);
        }

        answer.Add("x-amz-retry-after", failure.RetryAfter is { } wait ? (int)Math.Min(wait.TotalMilliseconds, int.MaxValue) : null);
        return answer;
    }

    /// <summary>No answer: the connection breaks, or stays silent.</summary>
    public static Answer None(AnswerEnd end, Exception? failure = null) => new() { HasHead = false, End = end, Failure = failure };

    /// <summary>The simulated time of a call, the same for the same answer.</summary>
    public static int Latency(int? outputTokens) => FirstByteMilliseconds + (MillisecondsOfToken * outputTokens.GetValueOrDefault());

    /// <summary>Makes the answer take its time; the last call counts.</summary>
    public void Slow(SimulatedLatency latency, TimeProvider time)
    {
        Delay = latency.FirstByte;
        if (Frames is { } frames && latency.BetweenEvents > TimeSpan.Zero)
        {
            Frames = EventFrames.Paced(frames, latency.BetweenEvents, time);
        }
    }

    public void Add(string name, string value) => Headers.Add(new(name, value));

    private void Add(string name, int? value)
    {
        if (value is { } number)
        {
            Add(name, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
