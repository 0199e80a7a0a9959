using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Titan Image Generator and Nova Canvas type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmazonImageObjectConverter<T>() : ObjectConverter<T>(AmazonImageJsonContext.Default)
    where T : class;
