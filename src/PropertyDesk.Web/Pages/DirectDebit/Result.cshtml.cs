using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit;

/// <summary>What a return file brought.</summary>
public sealed class ResultModel(DebitQueries debits) : DeskPage
{
    public DebitReturnDetails Return { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Return = await debits.ReturnAsync(id);
}
