using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bedrock.Toolkit;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Converse as an <see cref="IChatClient"/>. Thread-safe.</summary>
internal sealed class BedrockChatClient(IBedrockClient client, ModelId? defaultModel, BedrockChatClientOptions settings) : IChatClient
{
    private readonly CallObserver _observer = new(client);

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ChatCall call = new ChatCallWriter(settings, defaultModel, this).Write(messages, options);
        Wire.ConverseResponse answer = await client.ConverseAsync(call.Model, call.Request, _observer.Options(call.InvokeOptions), cancellationToken)
            .ConfigureAwait(false);
        var reader = new ChatContentReader(call.AnswerTool);
        DateTimeOffset created = DateOf(answer.Metadata);
        List<AIContent> contents = reader.ReadAll(answer.Message.Content);
        foreach (FunctionCallContent functionCall in contents.OfType<FunctionCallContent>())
        {
            reader.Mark(functionCall, answer.StopReason);
        }

        var message = new ChatMessage(ChatRole.Assistant, contents)
        {
            MessageId = answer.Metadata?.RequestId,
            CreatedAt = created,
            RawRepresentation = answer.Message,
            AdditionalProperties = FieldsOf(answer.AdditionalModelResponseFields),
        };
        AdditionalPropertiesDictionary? properties = null;
        call.Warnings.PutInto(ref properties);
        return new ChatResponse(message)
        {
            ResponseId = answer.Metadata?.RequestId,
            ModelId = ModelOf(answer.Trace) ?? call.Model.Value,
            CreatedAt = created,
            FinishReason = ChatFinish.Of(answer.StopReason, reader.HasOnlyAnswer),
            Usage = ChatUsage.Of(answer.Usage),
            RawRepresentation = answer,
            AdditionalProperties = properties,
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatCall call = new ChatCallWriter(settings, defaultModel, this).Write(messages, options);
        BedrockStream<Wire.ConverseStreamEvent, Wire.ConverseResponse> stream =
            client.ConverseStreamAsync(call.Model, call.Request, _observer.Options(call.InvokeOptions), cancellationToken);
        await using (((IAsyncDisposable)stream).ConfigureAwait(false))
        {
            await stream.OpenAsync(cancellationToken).ConfigureAwait(false);
            string? id = stream.Metadata?.RequestId;
            DateTimeOffset created = DateOf(stream.Metadata);
            AdditionalPropertiesDictionary? first = null;
            call.Warnings.PutInto(ref first);
            var reader = new ChatStreamReader(call.AnswerTool);
            await foreach (Wire.ConverseStreamEvent streamEvent in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (reader.TryRead(streamEvent, out ChatResponseUpdate? piece))
                {
                    if (piece is not null)
                    {
                        yield return Completed(piece);
                    }

                    continue;
                }

                foreach (ChatResponseUpdate update in await reader.ReadAsync(streamEvent).ConfigureAwait(false))
                {
                    yield return Completed(update);
                }
            }

            ChatResponseUpdate Completed(ChatResponseUpdate update)
            {
                update.Role = ChatRole.Assistant;
                update.ResponseId = id;
                update.MessageId = id;
                update.CreatedAt = created;
                update.ModelId ??= call.Model.Value;
                if (first is not null)
                {
                    update.AdditionalProperties ??= [];
                    foreach ((string name, object? value) in first)
                    {
                        update.AdditionalProperties[name] = value;
                    }

                    first = null;
                }

                return update;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? Metadata()
            : serviceType == typeof(BedrockChatClientOptions) ? settings
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client belongs to the caller.
    }

    /// <summary>The fields that the request asked for by <c>AdditionalModelResponseFieldPaths</c>.</summary>
    internal static AdditionalPropertiesDictionary? FieldsOf(JsonElement? fields)
    {
        if (fields is not { ValueKind: JsonValueKind.Object } json)
        {
            return null;
        }

        AdditionalPropertiesDictionary properties = [];
        foreach (JsonProperty member in json.EnumerateObject())
        {
            properties[member.Name] = member.Value.Clone();
        }

        return properties.Count == 0 ? null : properties;
    }

    /// <summary>The model that a prompt router chose.</summary>
    internal static string? ModelOf(Wire.ConverseTrace? trace) => trace?.PromptRouter?.InvokedModelId;

    private ChatClientMetadata Metadata()
    {
        _observer.Watched();
        return new ChatClientMetadata("aws.bedrock", _observer.Address, defaultModel?.Value);
    }

    // The service dates its answers; a stand-in may not.
    private DateTimeOffset DateOf(BedrockResponseMetadata? metadata) =>
        metadata?.Headers.TryGetValue("Date", out string? text) == true
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : settings.TimeProvider.GetUtcNow();
}
