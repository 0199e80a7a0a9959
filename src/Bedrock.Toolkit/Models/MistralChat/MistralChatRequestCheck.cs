using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse, or what would not even be JSON; ranges that the service may change are left to it.</summary>
internal static class MistralChatRequestCheck
{
    public static void Check(MistralChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.RequirePositive(request.MaxTokens, nameof(request.MaxTokens));
        FamilyChecks.RequireFinite(request.Temperature, nameof(request.Temperature));
        FamilyChecks.RequireFinite(request.TopP, nameof(request.TopP));
        if ((FaultOfMessages(request) ?? FaultOfTools(request)) is { } fault)
        {
            throw new ArgumentException(fault, nameof(request));
        }
    }

    /// <summary>The check for the models that read text only.</summary>
    public static void CheckTextOnly(MistralChatRequest request)
    {
        Check(request);
        for (int i = 0; i < request.Messages.Count; i++)
        {
            if (request.Messages[i].Content is { StringForm: null } content && content.OfType<MistralChatImagePart>().Any())
            {
                throw new ArgumentException($"Messages[{i}].Content holds an image, but this model reads text only: Pixtral takes images.", nameof(request));
            }
        }
    }

    private static string? FaultOfMessages(MistralChatRequest request)
    {
        if (request.Messages is not { Count: > 0 })
        {
            return "Messages is empty; the model needs at least one message.";
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            string? fault = request.Messages[i] is { } message ? FaultOf(message) : " must not be null.";
            if (fault is not null)
            {
                return $"Messages[{i}]{fault}";
            }
        }

        return null;
    }

    private static string? FaultOf(MistralChatMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.Role.Value))
        {
            return ".Role has no value: use one of the named values or create it from a string.";
        }

        if (message.Role == MistralChatRole.Tool && string.IsNullOrWhiteSpace(message.ToolCallId))
        {
            return ".ToolCallId must name the call whose result this is.";
        }

        for (int i = 0; i < (message.ToolCalls?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(message.ToolCalls![i]?.Function?.Name))
            {
                return $".ToolCalls[{i}].Function.Name must not be blank.";
            }
        }

        bool mayBeEmpty = message.ToolCalls is { Count: > 0 } || message.Role == MistralChatRole.Tool;
        if (!mayBeEmpty && message.Content is null or { Count: 0 } or { StringForm: "" })
        {
            return ".Content is empty; only a message that calls tools may have none.";
        }

        return message.Content?.StringForm is null && message.Content?.OfType<MistralChatImagePart>().Any(part => string.IsNullOrWhiteSpace(part.ImageUrl?.Url)) == true
            ? ".Content holds an image without an address."
            : null;
    }

    private static string? FaultOfTools(MistralChatRequest request)
    {
        if (request.ToolChoice is { Value: null })
        {
            return "ToolChoice has no value: use one of the named values or create it from a string.";
        }

        for (int i = 0; i < (request.Tools?.Count ?? 0); i++)
        {
            switch (request.Tools![i])
            {
                case null:
                    return $"Tools[{i}] must not be null.";
                case { Type: "function", Function: null }:
                    return $"Tools[{i}].Function must not be null for the kind 'function'.";
                case { Function: { } function } when string.IsNullOrWhiteSpace(function.Name):
                    return $"Tools[{i}].Function.Name must not be blank.";
                case { Function.Parameters: { ValueKind: not JsonValueKind.Object } }:
                    return $"Tools[{i}].Function.Parameters must be a JSON object.";
            }
        }

        return null;
    }
}
