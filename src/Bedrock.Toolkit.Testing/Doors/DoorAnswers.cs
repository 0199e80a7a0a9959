using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Cassettes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>Answers of InvokeModel as the doors have them. Stateless and thread-safe.</summary>
internal static class DoorAnswers
{
    private const string EventText = "text/event-stream";
    private const string Metrics = "amazon-bedrock-invocationMetrics";
    private const string ErrorTypeHeader = "x-amzn-ErrorType";

    /// <summary>An error in the vendor's shape.</summary>
    public static Answer Error(DoorCall call, ServiceFailure failure)
    {
        if (failure.Code == DoorCall.UnknownOperation && !call.Request.IsMantle)
        {
            // The runtime's host answers so: the status of a success.
            return Answer.Raw(200, "application/json",
                "{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},\"Version\":\"1.0\"}"u8.ToArray());
        }

        Answer answer = Answer.Raw(StatusOf(failure), "application/json", Body(call, failure));
        if (failure.RetryAfter is { } wait)
        {
            answer.Add("retry-after", Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return answer;
    }

    /// <summary>The answer to a call.</summary>
    public static Answer Of(DoorCall call, Answer answer, bool isStreaming, string model, StoredResponses stored)
    {
        if (!answer.HasHead)
        {
            return answer;
        }

        if (answer.StatusCode != 200)
        {
            return OfError(call, answer);
        }

        if (answer.Frames is { } frames)
        {
            return Stream(Events(call, frames), answer.End);
        }

        if (call.Tail != DoorRules.Responses)
        {
            return WithHeaders(Answer.Raw(200, "application/json", Named(answer.Body, model)), answer);
        }

        var response = new ResponsesAnswer(answer.Body, model, call.Request.Body);
        response.KeepIn(stored, call.Request.Body);
        return isStreaming
            ? Stream(EventFrames.OfFrames(response.Events()), answer.End)
            : WithHeaders(Answer.Raw(200, "application/json", response.Whole()), answer);
    }

    private static Answer OfError(DoorCall call, Answer answer)
    {
        string? code = answer.Headers.Find(static header => header.Key.Equals(ErrorTypeHeader, StringComparison.OrdinalIgnoreCase)).Value?.Split(':')[0];
        string message = "The service failed.";
        try
        {
            using JsonDocument body = JsonDocument.Parse(answer.Body);
            message = body.RootElement.TryGetProperty("message", out JsonElement text) ? text.GetString()! : message;
        }
        catch (JsonException)
        {
            // A fault with a body of its own, which stays what it is.
            return answer;
        }

        return Error(call, new ServiceFailure(answer.StatusCode, code, message));
    }

    private static Answer WithHeaders(Answer made, Answer from)
    {
        foreach ((string name, string value) in from.Headers)
        {
            if (name.StartsWith("x-amzn-bedrock-", StringComparison.OrdinalIgnoreCase))
            {
                made.Add(name, value);
            }
        }

        return made;
    }

    private static Answer Stream(IAsyncEnumerable<ReadOnlyMemory<byte>> events, AnswerEnd end)
    {
        var answer = new Answer { Frames = events, End = end };
        answer.Add("Content-Type", EventText);
        return answer;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Events(DoorCall call, IAsyncEnumerable<ReadOnlyMemory<byte>> frames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool isWhole = true;
        await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (EpisodeEvent streamEvent in new FrameSplitter().Add(frame.Span, TimeSpan.Zero))
            {
                ReadOnlyMemory<byte> content = streamEvent.Content.ToBytes();
                if (streamEvent.Kind != EpisodeEventKind.Chunk)
                {
                    isWhole = false;
                    string code = char.ToUpperInvariant(streamEvent.Name[0]) + streamEvent.Name[1..];
                    yield return Event("error", Body(call, new ServiceFailure(500, code, MessageOf(content))));
                }
                else if (content.Span is [(byte)'{', ..])
                {
                    yield return Event(call.Tail == DoorRules.Messages ? TypeOf(content) : null, WithoutMetrics(content));
                }
            }
        }

        if (isWhole && call.Tail == DoorRules.Chat)
        {
            yield return "data: [DONE]\n\n"u8.ToArray();
        }
    }

    /// <summary>One server-sent event.</summary>
    public static byte[] Event(string? name, ReadOnlySpan<byte> json) =>
        [.. Encoding.ASCII.GetBytes(name is null ? string.Empty : $"event: {name}\n"), .. "data: "u8, .. json, .. "\n\n"u8];

    private static byte[] Body(DoorCall call, ServiceFailure failure) => SimulatedJson.Object(writer =>
    {
        bool isMessages = call.Prefix == "/anthropic/v1";
        if (isMessages)
        {
            writer.WriteString("type", "error");
        }

        writer.WriteStartObject("error");
        writer.WriteString("type", TypeOf(failure));
        writer.WriteString("message", failure.Message);
        if (!isMessages)
        {
            writer.WriteString("code", failure.StatusCode == 401 ? "invalid_api_key" : null);
            writer.WriteNull("param");
        }

        writer.WriteEndObject();
    });

    private static int StatusOf(ServiceFailure failure) =>
        failure is { StatusCode: 403, Code: "UnrecognizedClientException" or "MissingAuthenticationTokenException" } ? 401 : failure.StatusCode;

    private static string TypeOf(ServiceFailure failure) => (failure.Code, failure.StatusCode) switch
    {
        ("ValidationException" or "SerializationException", _) => "invalid_request_error",
        ("ResourceNotFoundException" or DoorCall.UnknownOperation, _) => "not_found_error",
        ("UnrecognizedClientException" or "MissingAuthenticationTokenException" or "InvalidSignatureException" or "IncompleteSignatureException"
            or "ExpiredTokenException", _) => "authentication_error",
        ("AccessDeniedException", _) => "permission_error",
        ("ThrottlingException", _) or (_, 429) => "rate_limit_error",
        ("ServiceUnavailableException", _) or (_, 503) => "overloaded_error",
        _ => "api_error",
    };

    private static string MessageOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("message", out JsonElement message) ? message.GetString()! : "The stream failed.";
        }
        catch (JsonException)
        {
            // The words of an error outside of the service's model are no JSON.
            return "The stream failed.";
        }
    }

    private static string? TypeOf(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("type", out JsonElement type) ? type.GetString() : null;
    }

    private static byte[] WithoutMetrics(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return SimulatedJson.Object(writer =>
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Name != Metrics)
                {
                    member.WriteTo(writer);
                }
            }
        });
    }

    // The model is told by the id that it was called by.
    private static byte[] Named(ReadOnlyMemory<byte> json, string model)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return SimulatedJson.Object(writer =>
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Name == "model")
                {
                    writer.WriteString("model", model);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }
        });
    }
}
