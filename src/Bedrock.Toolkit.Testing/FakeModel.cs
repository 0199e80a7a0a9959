using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Testing.Conditions;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up what a model answers. Every call queues one answer; they are given in order, and the last one is given again and again.
/// Thread-safe.</summary>
/// <remarks>
/// A whole answer is given to InvokeAsync and a stream to StreamAsync, each kind in its own order; exceptions and faults are given to
/// whichever call comes next. A retry of the client is a call of its own. With Converse a whole answer serves streams too, cut into events, as long as no
/// stream is queued: one function is the brain for both.
/// </remarks>
/// <typeparam name="TRequest">The model's request.</typeparam>
/// <typeparam name="TResponse">The model's response.</typeparam>
public class FakeModel<TRequest, TResponse>
{
    private readonly JsonTypeInfo<TRequest> _requestInfo;
    private readonly JsonTypeInfo<TResponse> _responseInfo;
    private readonly bool _countsInHeaders;
    private readonly Func<string, TResponse>? _say;

    internal FakeModel(Model<TRequest, TResponse> model, ModelScript script)
        : this(model.RequestTypeInfo, model.ResponseTypeInfo, script, countsInHeaders: true)
    {
    }

    internal FakeModel(JsonTypeInfo<TRequest> requestInfo, JsonTypeInfo<TResponse> responseInfo, ModelScript script, bool countsInHeaders = false,
        Func<string, TResponse>? say = null)
    {
        _say = say;
        _requestInfo = requestInfo;
        _responseInfo = responseInfo;
        _countsInHeaders = countsInHeaders;
        Script = script;
    }

    internal ModelScript Script { get; }

    /// <summary>Queues a response.</summary>
    /// <param name="response">The response; written as JSON now, so that later changes have no effect.</param>
    /// <returns>This.</returns>
    [OverloadResolutionPriority(1)]
    public virtual FakeModel<TRequest, TResponse> Reply(TResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(response, _responseInfo);
        int? tokens = _countsInHeaders ? CountTokens(body) : null;
        Script.Add(ScriptedAnswer.Reply(call => ToAnswer(call, body, tokens), CutsReplies));
        return this;
    }

    /// <summary>Queues a response that is made from the request.</summary>
    /// <param name="respond">Makes the response; runs once a call, for several calls at the same time.</param>
    /// <returns>This.</returns>
    public virtual FakeModel<TRequest, TResponse> Reply(Func<TRequest, TResponse> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Script.Add(ScriptedAnswer.Reply(
            call =>
            {
                byte[] body = JsonSerializer.SerializeToUtf8Bytes(respond(Read(call)), _responseInfo);
                return ToAnswer(call, body, _countsInHeaders ? CountTokens(body) : null);
            },
            CutsReplies));
        return this;
    }

    /// <summary>Queues an answer that is a text and ends the turn, whole or as a stream, in the form of the model's family.</summary>
    /// <param name="text">The text as it is, whatever the request's limit of tokens; a stream gives it in pieces of a few words.</param>
    /// <returns>This.</returns>
    /// <remarks>A call of a model that answers with something else, such as vectors, throws an <see cref="InvalidOperationException"/>.</remarks>
    public virtual FakeModel<TRequest, TResponse> Reply(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (_say is not null)
        {
            return Reply(_say(text));
        }

        Script.Add(ScriptedAnswer.Reply(
            call => SimulatedText.Scripted(text, call.Route.ModelId!, () => SimulatedInvokeModel.Answer(call.Request, call.Route)), servesBoth: true));
        return this;
    }

    /// <summary>Queues an exception.</summary>
    /// <remarks>
    /// A <see cref="BedrockServiceException"/> is sent as a real error answer with its status, code and message, or the usual ones of its type,
    /// so that the client makes the exception anew and the test sees the real mapping and retries. Any other exception is thrown inside
    /// the HTTP handler of <see cref="FakeBedrock"/>; <see cref="BedrockServer"/> resets the connection.
    /// </remarks>
    /// <param name="exception">The exception.</param>
    /// <returns>This.</returns>
    public virtual FakeModel<TRequest, TResponse> Throw(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Script.Add(ScriptedAnswer.Failure(_ => ScriptedFailures.ToAnswer(exception)));
        return this;
    }

    /// <summary>Queues a fault of the connection or the service.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>This.</returns>
    public virtual FakeModel<TRequest, TResponse> Fault(BedrockFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Script.Add(ScriptedAnswer.Failure(fault.Apply));
        return this;
    }

    /// <summary>Sets the counts that the answer tells which was queued last: in its headers, in the usage of Converse, or at the end of its stream.</summary>
    /// <param name="input">The tokens that were read.</param>
    /// <param name="output">The tokens that were written.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">Nothing is queued yet.</exception>
    public virtual FakeModel<TRequest, TResponse> Tokens(int input, int output)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(input);
        ArgumentOutOfRangeException.ThrowIfNegative(output);
        Script.Last.Tokens = (input, output);
        return this;
    }

    /// <summary>Sets how long the answer takes that was queued last, on the clock of the fake.</summary>
    /// <param name="firstByte">Until status and headers.</param>
    /// <param name="betweenEvents">Before each event of a stream but the first.</param>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">Nothing is queued yet.</exception>
    public virtual FakeModel<TRequest, TResponse> After(TimeSpan firstByte, TimeSpan betweenEvents = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstByte, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(betweenEvents, TimeSpan.Zero);
        Script.Last.Latency = new SimulatedLatency(firstByte, betweenEvents);
        return this;
    }

    /// <summary>Whether a whole answer serves streams too.</summary>
    private protected virtual bool CutsReplies => false;

    /// <summary>The stream of a whole answer.</summary>
    private protected virtual Answer Cut(ReadOnlyMemory<byte> body) => throw new InvalidOperationException("This model's answers are not cut into streams.");

    private protected virtual TRequest Read(ScriptedCall call) =>
        JsonSerializer.Deserialize(call.Request.Body.Span, _requestInfo) ?? throw new JsonException("The request is the JSON null.");

    // InvokeModel has counts in headers, Converse in its usage. Where nobody set them up they are made up from the words of both sides.
    private Answer ToAnswer(ScriptedCall call, byte[] body, int? tokens)
    {
        if (_countsInHeaders)
        {
            return Answer.Json(body, CountTokens(call.Request.Body), tokens);
        }

        Answer answer = call.IsStreaming ? Cut(body) : Answer.Raw(200, "application/json", body);
        if (call.Route.Template.Group == SimulatedConverse.Group && AnswerTokens.Of(body) is (null, null))
        {
            AnswerTokens.Set(answer, call.Route, CountTokens(call.Request.Body) ?? 0, CountTokens(body) ?? 0);
        }

        return answer;
    }

    private static int? CountTokens(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return SimulatedText.Tokens(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
