using System.Runtime.CompilerServices;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Serving;

/// <summary>Hands requests on to another Bedrock, and its answers back. Thread-safe.</summary>
internal sealed class UpstreamService(IBedrockClient client)
{
    private const string BedrockHeaders = "x-amzn-bedrock-";
    private const string Accept = "x-amzn-bedrock-accept";

    /// <summary>Asks the other Bedrock.</summary>
    /// <exception cref="ServiceFailure">It answered with an error, or not at all.</exception>
    public async Task<Answer> AnswerAsync(ReceivedRequest request, OperationRoute route, CancellationToken cancellationToken)
    {
        var raw = new BedrockRawRequest
        {
            Operation = route.Operation,
            Path = request.Path,
            Query = request.Query.Length == 0 ? null : request.Query,
            Method = new HttpMethod(request.Method),
            Body = request.Body,
            ModelId = ModelId.TryParse(route.ModelId, null, out ModelId id) ? (ModelId?)id : null,
        };
        try
        {
            if (!route.IsStreaming)
            {
                BedrockRawResponse response = await client.SendRawAsync(raw, OptionsOf(request), cancellationToken).ConfigureAwait(false);
                Answer answer = Answer.Raw(response.Metadata.StatusCode, response.ContentType ?? "application/json", response.Body);
                AddHeaders(answer, response.Metadata);
                return answer;
            }

            BedrockStream<EventStreamMessage> stream = client.StreamRawAsync(raw, OptionsOf(request), cancellationToken);
            await stream.OpenAsync(cancellationToken).ConfigureAwait(false);
            // Whoever reads the frames brings a token of its own.
            Answer events = Answer.EventStream(FramesOf(stream, CancellationToken.None));
            AddHeaders(events, stream.Metadata!);
            return events;
        }
        catch (BedrockServiceException e)
        {
            throw ToFailure(e);
        }
        catch (BedrockException e)
        {
            throw new ServiceFailure(502, "UpstreamException", e.Message);
        }
    }

    // Guardrails, tier, metadata of the request, and what comes tomorrow. What the answer is to be is said by the call itself.
    private static InvokeOptions OptionsOf(ReceivedRequest request)
    {
        var options = new InvokeOptions();
        foreach ((string name, string value) in request.Headers)
        {
            if (name.StartsWith(BedrockHeaders, StringComparison.OrdinalIgnoreCase) && !name.Equals(Accept, StringComparison.OrdinalIgnoreCase))
            {
                options.Headers[name] = value;
            }
        }

        return options;
    }

    private static ServiceFailure ToFailure(BedrockServiceException exception)
    {
        var model = exception as BedrockModelException;
        return new ServiceFailure(exception.StatusCode == 0 ? 500 : exception.StatusCode, exception.ErrorCode?.ToString(), WordingOf(exception))
        {
            OriginalStatusCode = model?.OriginalStatusCode,
            ResourceName = model?.ResourceName,
            RetryAfter = exception.RetryAfter,
        };
    }

    /// <summary>What the service said, without what the library says before and behind it.</summary>
    private static string WordingOf(BedrockServiceException exception)
    {
        string message = exception.Message;
        int failed = message.IndexOf(" failed: ", StringComparison.Ordinal);
        int wording = failed < 0 ? -1 : message.IndexOf("): ", failed, StringComparison.Ordinal);
        message = wording < 0 ? message : message[(wording + 3)..];
        int rule = exception is BedrockValidationException { Rule: { } name } ? message.IndexOf($" Rule '{name}': ", StringComparison.Ordinal) : -1;
        return rule < 0 ? message : message[..rule];
    }

    private static void AddHeaders(Answer answer, BedrockResponseMetadata metadata)
    {
        foreach ((string name, string value) in metadata.Headers)
        {
            if (name.StartsWith(BedrockHeaders, StringComparison.OrdinalIgnoreCase) && !answer.Headers.Exists(
                header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                answer.Add(name, value);
            }
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> FramesOf(BedrockStream<EventStreamMessage> stream,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerator<EventStreamMessage> events = stream.GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                byte[]? last = null;
                try
                {
                    if (!await events.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (BedrockServiceException e)
                {
                    string code = e.ErrorCode is { } known ? known.ToString() : "InternalServerException";
                    last = EventFrames.Exception(char.ToLowerInvariant(code[0]) + code[1..], WordingOf(e));
                }

                if (last is not null)
                {
                    yield return last;
                    yield break;
                }

                EventStreamMessage message = events.Current;
                IEnumerable<EventStreamHeader> texts = message.Headers.Where(static header => header.Type == EventStreamHeaderType.String);
                yield return EventFrames.Frame(message.Payload.Span, [.. texts.Select(static header => (header.Name, header.AsString()))]);
            }
        }
    }
}
