using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes a list member of an imported model's type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImportedListConverter<T>() : ListConverter<T>(ImportedJsonContext.Default);
