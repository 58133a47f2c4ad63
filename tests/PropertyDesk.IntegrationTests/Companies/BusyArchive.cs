using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An owner of whom the archive keeps something of every kind.</summary>
internal static class BusyArchive
{
    public static async Task RecordAsync(Desk desk, Company company, Guid ownerId)
    {
        await using var scope = desk.Enter(company);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<DeskDbContext>());
        await services.GetRequiredService<OwnerTags>().FillAsync();
        var unit = await db.Ownerships.Where(o => o.OwnerId == ownerId && o.To == null).Select(o => o.UnitId).FirstAsync();
        await services.GetRequiredService<TagOwners>().PutAsync(ownerId, await db.OwnerTags.OrderBy(t => t.Position).Select(t => t.Id).FirstAsync(), null, null, "每周二上门看看");
        var households = services.GetRequiredService<Households>();
        await households.AddMemberAsync(new NewResidence(Guid.NewGuid(), ownerId, unit, null), new MemberFacts("小明", HouseholdRelation.Child, "13700001111", 2015, true, false));
        await households.AddPetAsync(new NewResidence(Guid.NewGuid(), ownerId, unit, null), new PetFacts(PetKind.Dog, "旺财", "D-1", new DateOnly(2026, 1, 1)));
        await services.GetRequiredService<OwnerDocuments>().AddAsync(ownerId, Guid.NewGuid(), OwnerDocumentKind.Title, null, null, new NewFile("证.pdf", "%PDF-1.7 x"u8.ToArray()));
        await services.GetRequiredService<OwnerNotes>().AddAsync(ownerId, Guid.NewGuid(), "门铃坏了，请打电话", isPinned: true);
        var community = await db.Communities.Select(c => c.Id).FirstAsync();
        var (kept, twice) = (
            await services.GetRequiredService<AddOwner>().RunAsync(community, "重名", OwnerKind.Person, null, null),
            await services.GetRequiredService<AddOwner>().RunAsync(community, "重名", OwnerKind.Person, "13700008888", null));
        await services.GetRequiredService<OwnerNotes>().AddAsync(twice, Guid.NewGuid(), "和另一份是同一个人", isPinned: false);
        db.ChangeTracker.Clear();
        await services.GetRequiredService<MergeOwners>().RunAsync(kept, twice, "本人到前台核对", Guid.NewGuid());
    }
}
