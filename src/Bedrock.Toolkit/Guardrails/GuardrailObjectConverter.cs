using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes an object member of the guardrail types. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailObjectConverter<T>() : ObjectConverter<T>(GuardrailJsonContext.Default)
    where T : class;
