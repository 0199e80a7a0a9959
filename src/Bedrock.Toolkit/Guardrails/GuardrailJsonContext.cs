using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>The generated metadata of the guardrail types.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IDictionary<string, GuardrailAssessment>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IList<GuardrailAssessment>))]
[JsonSerializable(typeof(ApplyGuardrailRequest))]
[JsonSerializable(typeof(ApplyGuardrailResponse))]
[JsonSerializable(typeof(GuardrailAction))]
[JsonSerializable(typeof(GuardrailAutomatedReasoningFindingKind))]
[JsonSerializable(typeof(GuardrailAutomatedReasoningLogicWarningType))]
[JsonSerializable(typeof(GuardrailChecksContentFilterCategory))]
[JsonSerializable(typeof(GuardrailChecksPromptAttackCategory))]
[JsonSerializable(typeof(GuardrailChecksRole))]
[JsonSerializable(typeof(GuardrailChecksSensitiveInformationEntityType))]
[JsonSerializable(typeof(GuardrailChecksText))]
[JsonSerializable(typeof(GuardrailContentFilterConfidence))]
[JsonSerializable(typeof(GuardrailContentFilterStrength))]
[JsonSerializable(typeof(GuardrailContentFilterType))]
[JsonSerializable(typeof(GuardrailContentPolicyAction))]
[JsonSerializable(typeof(GuardrailContentQualifier))]
[JsonSerializable(typeof(GuardrailContentSource))]
[JsonSerializable(typeof(GuardrailContextualGroundingFilterType))]
[JsonSerializable(typeof(GuardrailContextualGroundingPolicyAction))]
[JsonSerializable(typeof(GuardrailImageBytes))]
[JsonSerializable(typeof(GuardrailImageContent))]
[JsonSerializable(typeof(GuardrailImageFormat))]
[JsonSerializable(typeof(GuardrailImpossibleFinding))]
[JsonSerializable(typeof(GuardrailInvalidFinding))]
[JsonSerializable(typeof(GuardrailInvokeTrace))]
[JsonSerializable(typeof(GuardrailManagedWordType))]
[JsonSerializable(typeof(GuardrailNoTranslationsFinding))]
[JsonSerializable(typeof(GuardrailOrigin))]
[JsonSerializable(typeof(GuardrailOutputScope))]
[JsonSerializable(typeof(GuardrailOwnership))]
[JsonSerializable(typeof(GuardrailPiiEntityType))]
[JsonSerializable(typeof(GuardrailSatisfiableFinding))]
[JsonSerializable(typeof(GuardrailSensitiveInformationPolicyAction))]
[JsonSerializable(typeof(GuardrailTextContent))]
[JsonSerializable(typeof(GuardrailTooComplexFinding))]
[JsonSerializable(typeof(GuardrailTopicPolicyAction))]
[JsonSerializable(typeof(GuardrailTopicType))]
[JsonSerializable(typeof(GuardrailTraceAssessment))]
[JsonSerializable(typeof(GuardrailTranslationAmbiguousFinding))]
[JsonSerializable(typeof(GuardrailValidFinding))]
[JsonSerializable(typeof(GuardrailWordPolicyAction))]
[JsonSerializable(typeof(InvokeGuardrailChecksRequest))]
[JsonSerializable(typeof(InvokeGuardrailChecksResponse))]
internal sealed partial class GuardrailJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of the guardrail types.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailListConverter<T>() : ListConverter<T>(GuardrailJsonContext.Default);

/// <summary>Reads and writes a map member of a guardrail type.</summary>
/// <typeparam name="T">The value of an entry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailMapConverter<T>() : MapConverter<T>(GuardrailJsonContext.Default);

/// <summary>Reads and writes an object member of the guardrail types.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailObjectConverter<T>() : ObjectConverter<T>(GuardrailJsonContext.Default)
    where T : class;
