using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of an imported model's type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImportedObjectConverter<T>() : ObjectConverter<T>(ImportedJsonContext.Default)
    where T : class;
