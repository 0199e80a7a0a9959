using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes a map member of a guardrail type. Thread safe.</summary>
/// <typeparam name="T">The value of an entry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailMapConverter<T>() : MapConverter<T>(GuardrailJsonContext.Default);
