using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="GuardrailAutomatedReasoningFinding"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailAutomatedReasoningFindingConverter : SingleKeyUnionConverter<GuardrailAutomatedReasoningFinding>
{
    /// <summary>Creates the converter.</summary>
    public GuardrailAutomatedReasoningFindingConverter()
        : base(GuardrailJsonContext.Default)
    {
        Add<GuardrailValidFinding>("valid");
        Add<GuardrailInvalidFinding>("invalid");
        Add<GuardrailSatisfiableFinding>("satisfiable");
        Add<GuardrailImpossibleFinding>("impossible");
        Add<GuardrailTranslationAmbiguousFinding>("translationAmbiguous");
        Add<GuardrailTooComplexFinding>("tooComplex");
        Add<GuardrailNoTranslationsFinding>("noTranslations");
    }

    /// <inheritdoc/>
    protected override GuardrailAutomatedReasoningFinding CreateUnknown(JsonElement raw) => new GuardrailUnknownFinding(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(GuardrailAutomatedReasoningFinding value) => (value as GuardrailUnknownFinding)?.Raw;
}
