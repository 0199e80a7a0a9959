using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Something that goes wrong between client and service, for <c>When(model).Fault(fault)</c>. Immutable.</summary>
/// <remarks>
/// Faults inside a stream first send events of the answer that the call would otherwise have: what is queued for the model by <c>Stream</c>,
/// else the simulated answer. An answer with fewer events is sent whole before the fault.
/// </remarks>
public sealed partial class BedrockFault
{
    private readonly string _name;
    private readonly Func<ScriptedCall, Answer> _apply;

    private BedrockFault(string name, Func<ScriptedCall, Answer> apply)
    {
        _name = name;
        _apply = apply;
    }

    /// <summary>HTTP 200 without a body.</summary>
    public static BedrockFault EmptyBody { get; } = new("EmptyBody", call => Answer.Raw(200, TypeOf(call), default));

    /// <summary>HTTP 307 to another host.</summary>
    public static BedrockFault Redirect { get; } = new("Redirect", _ =>
    {
        Answer answer = Answer.Raw(307, "text/plain", default);
        answer.Add("Location", "https://elsewhere.invalid/");
        return answer;
    });

    /// <summary>HTTP 200 with a media type that is not due: a stream comes as <c>application/json</c>, a whole answer as <c>text/html</c>.</summary>
    public static BedrockFault WrongContentType { get; } =
        new("WrongContentType", call => Answer.Raw(200, call.IsStreaming ? "application/json" : "text/html", "{}"u8.ToArray()));

    /// <summary>HTTP 200 with JSON that ends in the middle; in a stream, inside a frame that is whole.</summary>
    public static BedrockFault MalformedJson { get; } = new("MalformedJson", call =>
    {
        byte[] json = "{\"outputText\":\"cut"u8.ToArray();
        return call.IsStreaming ? Answer.EventStream(EventFrames.OfFrames([call.Frame(json, 0)])) : Answer.Raw(200, "application/json", json);
    });

    /// <summary>An error answer in the form of AWS.</summary>
    /// <param name="statusCode">The HTTP status, 400 to 599.</param>
    /// <param name="errorCode">The name of the error, such as <c>ThrottlingException</c>; the answer names none when null.</param>
    /// <param name="message">The server's message.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static BedrockFault Status(int statusCode, string? errorCode = null, string? message = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        var failure = new ServiceFailure(statusCode, errorCode, message ?? "This failure was set up by a test.");
        return new BedrockFault($"Status({statusCode})", _ => Answer.Error(failure));
    }

    /// <summary>An HTML page in place of an answer, as proxies and sign-in pages send it.</summary>
    /// <param name="statusCode">The HTTP status, 200 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is none that has a page.</exception>
    public static BedrockFault Html(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new BedrockFault($"Html({statusCode})",
            _ => Answer.Raw(statusCode, "text/html; charset=utf-8", "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>"u8.ToArray()));
    }

    /// <summary>The body ends inside a frame, and HTTP ends regularly; a whole answer ends after half of its bytes, with the connection.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault TruncatedStream(int afterEvents) => new(Name("TruncatedStream", afterEvents), call =>
    {
        byte[] frame = call.Frame("{}"u8.ToArray(), afterEvents);
        return call.IsStreaming ? Cut(call, afterEvents, frame.AsMemory(0, frame.Length / 2), AnswerEnd.Regular) : Half(Content(call));
    });

    /// <summary>A frame with a checksum that does not fit. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault CorruptFrame(int afterEvents) => new(Name("CorruptFrame", afterEvents), call =>
    {
        byte[] frame = call.Frame("{}"u8.ToArray(), afterEvents);
        frame[^1] ^= 0xff;
        return OfStream(call, "CorruptFrame", afterEvents, frame);
    });

    /// <summary>A frame that carries an error of the service. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <param name="exceptionType">The error as the wire names it, such as <c>throttlingException</c>; <c>ThrottlingException</c> is taken too.</param>
    /// <param name="message">The server's message.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault ExceptionFrame(int afterEvents, string exceptionType, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(exceptionType);
        ArgumentNullException.ThrowIfNull(message);
        byte[] frame = EventFrames.Exception(char.ToLowerInvariant(exceptionType[0]) + exceptionType[1..], message);
        return new BedrockFault(Name("ExceptionFrame", afterEvents), call => OfStream(call, "ExceptionFrame", afterEvents, frame));
    }

    /// <summary>A frame that carries an error outside of the service's model. Only for streams.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <param name="code">The name of the error.</param>
    /// <param name="message">The server's message.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault ErrorFrame(int afterEvents, string code, string message)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        byte[] frame = EventFrames.Error(code, message);
        return new BedrockFault(Name("ErrorFrame", afterEvents), call => OfStream(call, "ErrorFrame", afterEvents, frame));
    }

    /// <summary>The connection breaks; for a call without streaming, before anything is answered.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault ConnectionReset(int afterEvents) => new(Name("ConnectionReset", afterEvents), call =>
        call.IsStreaming ? Cut(call, afterEvents, default, AnswerEnd.Reset) : Answer.None(AnswerEnd.Reset));

    /// <summary>Nothing more is sent until the client goes away; a call without streaming is never answered.</summary>
    /// <param name="afterEvents">How many events come before.</param>
    /// <returns>The fault.</returns>
    public static BedrockFault Silence(int afterEvents) => new(Name("Silence", afterEvents), call =>
        call.IsStreaming ? Cut(call, afterEvents, default, AnswerEnd.Silence) : Answer.None(AnswerEnd.Silence));

    /// <summary>What goes wrong.</summary>
    /// <returns>The name of the fault.</returns>
    public override string ToString() => _name;

    internal Answer Apply(ScriptedCall call) => _apply(call);

    private static Answer OfStream(ScriptedCall call, string name, int afterEvents, byte[] frame) => call.IsStreaming
        ? Cut(call, afterEvents, frame, AnswerEnd.Regular)
        : throw new InvalidOperationException(
            $"BedrockFault.{name} is for streams, but the model was called by InvokeAsync: set up another fault, or call StreamAsync.");

    private static Answer Cut(ScriptedCall call, int afterEvents, ReadOnlyMemory<byte> last, AnswerEnd end) => Answer.EventStream(
        EventFrames.Cut(afterEvents > 0 ? Content(call).Frames : null, afterEvents, last), end);

    private static Answer Content(ScriptedCall call)
    {
        try
        {
            return call.Otherwise();
        }
        catch (ServiceFailure failure)
        {
            throw new InvalidOperationException(
                $"The fault comes after a part of an answer, but there is none: add When(model).{(call.IsStreaming ? "Stream(events)" : "Reply(response)")} "
                    + $"beside the fault. The simulated model says: {failure.Message}", failure);
        }
    }

    private static Answer Half(Answer whole) => new()
    {
        StatusCode = whole.StatusCode,
        Headers = whole.Headers,
        Body = whole.Body[..(whole.Body.Length / 2)],
        DeclaredLength = whole.Body.Length,
        End = AnswerEnd.Reset,
    };

    private static string TypeOf(ScriptedCall call) => call.IsStreaming ? Answer.EventStreamType : "application/json";

    private static string Name(string name, int afterEvents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterEvents);
        return $"{name}({afterEvents})";
    }
}
