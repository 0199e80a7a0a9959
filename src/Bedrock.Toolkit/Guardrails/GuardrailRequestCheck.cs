namespace Bedrock.Toolkit.Guardrails;

/// <summary>Refuses guardrail requests that the service would surely refuse.</summary>
internal static class GuardrailRequestCheck
{
    private const int MaxContentCategories = 5;
    private const int MaxAttackCategories = 3;
    private const int MaxEntities = 31;

    public static void Check(ApplyGuardrailRequest request)
    {
        Require(request.Source.Value is { Length: > 0 }, "ApplyGuardrailRequest.Source is required: INPUT or OUTPUT.");
        Require(request.Content is not null, "ApplyGuardrailRequest.Content is required.");
        for (int i = 0; i < request.Content!.Count; i++)
        {
            string place = $"ApplyGuardrailRequest.Content[{i}]";
            Require(request.Content[i] is not null, $"{place} is null.");
            if (request.Content[i] is GuardrailImageContent { Image: { } image })
            {
                Require(image.Format.Value is { Length: > 0 }, $"{place}.Image.Format is required: png or jpeg.");
                Require(image.Source is not GuardrailImageBytes { Bytes.IsEmpty: true }, $"{place}.Image.Source has no bytes; the service takes at least 1.");
            }
        }
    }

    public static void Check(InvokeGuardrailChecksRequest request)
    {
        Require(request.Messages is { Count: > 0 }, "InvokeGuardrailChecksRequest.Messages needs at least one message.");
        for (int i = 0; i < request.Messages!.Count; i++)
        {
            Check(request.Messages[i], $"InvokeGuardrailChecksRequest.Messages[{i}]");
        }

        Require(request.Checks is not null, "InvokeGuardrailChecksRequest.Checks is required.");
        CheckCount(request.Checks!.ContentFilter?.Categories?.Count, request.Checks.ContentFilter, "ContentFilter.Categories", MaxContentCategories);
        CheckCount(request.Checks.PromptAttack?.Categories?.Count, request.Checks.PromptAttack, "PromptAttack.Categories", MaxAttackCategories);
        CheckCount(request.Checks.SensitiveInformation?.Entities?.Count, request.Checks.SensitiveInformation, "SensitiveInformation.Entities", MaxEntities);
    }

    private static void Check(GuardrailChecksMessage message, string place)
    {
        Require(message is not null, $"{place} is null.");
        Require(message!.Role.Value is { Length: > 0 }, $"{place}.Role is required: user, assistant or system.");
        Require(message.Content is { Count: > 0 }, $"{place}.Content needs at least one block.");
        for (int i = 0; i < message.Content!.Count; i++)
        {
            Require(message.Content[i] is not (null or GuardrailChecksText { Text: null or "" }), $"{place}.Content[{i}] needs a text that is not empty.");
        }
    }

    private static void CheckCount(int? count, object? check, string member, int most) =>
        Require(check is null || count is >= 1 && count <= most,
            $"InvokeGuardrailChecksRequest.Checks.{member} takes 1 to {most} entries; it has {count ?? 0}.");

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, "request");
        }
    }
}
