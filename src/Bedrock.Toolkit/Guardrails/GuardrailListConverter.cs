using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes a list member of the guardrail types. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailListConverter<T>() : ListConverter<T>(GuardrailJsonContext.Default);
