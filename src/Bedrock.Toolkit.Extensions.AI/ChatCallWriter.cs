using System.Text.Json.Nodes;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Makes a request of Converse from messages and options. Used once.</summary>
internal sealed class ChatCallWriter(BedrockChatClientOptions settings, ModelId? defaultModel, IChatClient owner)
{
    private const string InvokeOptionsProperty = "InvokeOptions";

    private readonly ChatWarnings _warnings = new();
    private readonly ChatJson _json = new(settings.SerializerOptions);

    /// <exception cref="NotSupportedException">A content has no place in Converse.</exception>
    /// <exception cref="ArgumentException">A member is set to something that it cannot be.</exception>
    /// <exception cref="InvalidOperationException">No model is named.</exception>
    public ChatCall Write(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ModelId model = !string.IsNullOrEmpty(options?.ModelId) ? options.ModelId
            : defaultModel ?? throw new InvalidOperationException("No model is named: set ChatOptions.ModelId, or give AsIChatClient a default model.");
        InvokeOptions? invokeOptions = OptionsOf(options);
        ModelRules rules = model.BaseModel is not null ? ModelRules.For(model) : settings.Rules ?? invokeOptions?.Rules ?? ModelRules.Unknown;
        ConverseRequest request = RawRequest(options);
        new ChatMessageWriter(request, _json, _warnings).Write(messages, options);
        var fields = new ChatFields(request.AdditionalModelRequestFields);
        if (options is not null)
        {
            WriteProperties(options, fields);
            WriteInference(options, request);
            new ChatThinking(model, rules, request, fields, _warnings).Write(options.Reasoning);
            WriteSampling(model, rules, options, fields);
            new ChatToolWriter(model, rules, request, fields, _warnings).Write(options);
            WarnOfState(options);
        }

        request.FitMessages(rules, _warnings.Add);
        request.AdditionalModelRequestFields = fields.ToElement() ?? request.AdditionalModelRequestFields;
        new ChatRuleWriter(model, rules, request, fields, _warnings).Write();
        string? answerTool = null;
        if (options is not null)
        {
            request = new ChatFormatWriter(settings, _warnings).Write(model, rules, options, request, out answerTool);
            new ChatRuleWriter(model, rules, request, fields, _warnings).WriteSystem(isOwn: true);
        }

        return new ChatCall(model, request, invokeOptions, answerTool, _warnings);
    }

    private ConverseRequest RawRequest(ChatOptions? options)
    {
        switch (options?.RawRepresentationFactory?.Invoke(owner))
        {
            case null:
                return new ConverseRequest();
            case ConverseRequest raw:
                // The factory may hand out the same object each time.
                return raw.Clone();
            case var other:
                _warnings.Add(
                    $"ChatOptions.RawRepresentationFactory gave a {other.GetType().Name}, not a Bedrock.Toolkit.Converse.ConverseRequest: it was left out.");
                return new ConverseRequest();
        }
    }

    private InvokeOptions? OptionsOf(ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(InvokeOptionsProperty) switch
    {
        null => settings.InvokeOptions,
        InvokeOptions own => own,
        var other => throw new ArgumentException(
            $"ChatOptions.AdditionalProperties[\"{InvokeOptionsProperty}\"] must be a Bedrock.Toolkit.InvokeOptions; it is a {other.GetType().Name}.",
                nameof(options)),
    };

    private void WriteProperties(ChatOptions options, ChatFields fields)
    {
        foreach ((string name, object? value) in options.AdditionalProperties ?? [])
        {
            if (name is InvokeOptionsProperty or ChatCachePoint.Property)
            {
                continue;
            }

            if (!fields.TrySetName(name, _json.ToElement(value, $"ChatOptions.AdditionalProperties[\"{name}\"]")))
            {
                _warnings.Add($"ChatOptions.AdditionalProperties[\"{name}\"] was not sent: the request of RawRepresentationFactory sets this field.");
            }
        }
    }

    private static void WriteInference(ChatOptions options, ConverseRequest request)
    {
        InferenceConfiguration config = request.InferenceConfig ?? new InferenceConfiguration();
        config.MaxTokens ??= options.MaxOutputTokens;
        config.Temperature ??= options.Temperature is { } temperature ? ChatJson.ToDouble(temperature) : null;
        config.TopP ??= options.TopP is { } topP ? ChatJson.ToDouble(topP) : null;
        if (options.StopSequences is { Count: > 0 } stops)
        {
            config.StopSequences = [.. (config.StopSequences ?? []).Union(stops, StringComparer.Ordinal)];
        }

        if (config is not { MaxTokens: null, Temperature: null, TopP: null, StopSequences: null, AdditionalProperties: null })
        {
            request.InferenceConfig = config;
        }
    }

    private void WriteSampling(ModelId model, ModelRules rules, ChatOptions options, ChatFields fields)
    {
        Write(model, fields, nameof(options.TopK), rules.TopKField, options.TopK);
        Write(model, fields, nameof(options.Seed), rules.SeedField, options.Seed);
        Write(model, fields, nameof(options.FrequencyPenalty), rules.FrequencyPenaltyField, options.FrequencyPenalty is { } frequency
            ? ChatJson.ToDouble(frequency, nameof(options.FrequencyPenalty)) : null);
        Write(model, fields, nameof(options.PresencePenalty), rules.PresencePenaltyField, options.PresencePenalty is { } presence
            ? ChatJson.ToDouble(presence, nameof(options.PresencePenalty)) : null);
    }

    private void Write(ModelId model, ChatFields fields, string option, string? path, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (path is null)
        {
            _warnings.Add(model.BaseModel is null
                ? $"ChatOptions.{option} was left out: the id does not tell the model, so its field is not known. Give it as AdditionalProperties "
                    + "under the model's own name."
                : $"ChatOptions.{option} was left out: {model} has no setting for it that is known.");
        }
        else if (!fields.TrySet(path, value))
        {
            _warnings.Add($"ChatOptions.{option} was not sent: the field '{path}' is set in a more direct way.");
        }
    }

    private void WarnOfState(ChatOptions options)
    {
        if (!string.IsNullOrEmpty(options.ConversationId))
        {
            _warnings.Add("ChatOptions.ConversationId was left out: Bedrock keeps no conversations, so the messages must hold the whole of it.");
        }

        if (options.ContinuationToken is not null)
        {
            throw new NotSupportedException("ChatOptions.ContinuationToken is set, but Bedrock cannot go on with an answer: send the conversation again.");
        }

        if (options.AllowBackgroundResponses == true)
        {
            _warnings.Add("ChatOptions.AllowBackgroundResponses was left out: Converse answers at once.");
        }
    }
}
